import { safeColours } from './sgr';

/** Makes what a program printed safe to show in a terminal, piece by piece. */
export interface TerminalText {
  /**
   * The next piece of what was printed, as far as it is known what it means. However a text is cut into pieces, what
   * comes out is the same.
   */
  write(piece: string): string;
  /** What is left when nothing comes any more. */
  end(): string;
}

/**
 * Lets through what a program prints for people: text, line breaks, tabs, carriage returns and backspaces, colours,
 * erasing within the line and below, and steps of the cursor of a length within reason. Everything else is taken out:
 * titles, links, the clipboard, queries that a terminal answers, other screens, modes, every control that is not named
 * here. What changes the direction of text or cannot be seen is written as its number (`<U+202E>`). What comes out does
 * not change when it goes through again. Linear in the text, and holds back no more than the beginning of one control
 * sequence.
 */
export const createTerminalText = (): TerminalText => {
  let mode: Mode = 'text';
  /** The beginning of a control sequence, or half of a character. */
  let held = '';
  const write = (piece: string): string => {
    const text = held + piece;
    held = '';
    let out = '';
    let at = 0;
    while (at < text.length) {
      const step = STEPS[mode](text, at);
      out += step.out;
      if (step.mode === undefined) {
        held = text.slice(at);
        return out;
      }
      mode = step.mode;
      at = step.at;
    }
    return out;
  };
  const end = (): string => {
    const last = mode === 'text' && held !== '' && !held.startsWith(ESC) && !held.startsWith(CSI) ? LOST : '';
    mode = 'text';
    held = '';
    return last;
  };
  return { write, end };
};

/** Text that is whole, see {@link createTerminalText}. */
export const terminalText = (text: string): string => {
  const { write, end } = createTerminalText();
  return write(text) + end();
};

type Mode =
  | 'text'
  /** Within a string for the terminal, such as a title: nothing of it is shown. */
  | 'string'
  /** Within a control sequence that is longer than any that is let through. */
  | 'endless';

interface Step {
  readonly out: string;
  /** Where to go on. */
  readonly at: number;
  /** Undefined: what comes next is needed to know what this means; it is to be read again from where it began. */
  readonly mode: Mode | undefined;
}

const ESC = '\u001b';
const CSI = '\u009b';
const LOST = '\ufffd';

/** Of a control sequence with its parameters. None that is let through comes near it. */
const LONGEST = 128;
/** Most lines or columns of one step of the cursor. */
const FARTHEST = 1000;

/**
 * What is not shown as it is: controls but for tab, line break, backspace and carriage return; halves of characters;
 * and what steers the direction of text or is invisible. Letters and emoji are made with the two joiners, which stay.
 */
const SPECIAL =
  /(?![\t\n\r\b])[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]/gu;

const STEPS: Readonly<Record<Mode, (text: string, at: number) => Step>> = {
  text: (text, at) => {
    SPECIAL.lastIndex = at;
    const found = SPECIAL.exec(text);
    if (!found) return { out: text.slice(at), at: text.length, mode: 'text' };
    if (found.index > at) return { out: text.slice(at, found.index), at: found.index, mode: 'text' };
    return special(text, at, found[0]);
  },
  string: (text, at) => {
    END_OF_STRING.lastIndex = at;
    const found = END_OF_STRING.exec(text);
    if (!found) return { out: '', at: text.length, mode: 'string' };
    // what begins something else, or ends a line, is not a part of it
    const isOver = found[0] === '\u0007' || found[0] === '\u009c';
    return { out: '', at: found.index + (isOver ? 1 : 0), mode: 'text' };
  },
  endless: (text, at) => {
    let next = at;
    while (next < text.length && isWithin(text.charCodeAt(next))) next++;
    if (next === text.length) return { out: '', at: next, mode: 'endless' };
    return { out: '', at: next + (isFinal(text.charCodeAt(next)) ? 1 : 0), mode: 'text' };
  },
};

/** Any control: a string that is cut off hides no more than its line. */
const END_OF_STRING = /(?!\t)\p{Cc}/gu;

const special = (text: string, at: number, char: string): Step => {
  const next = at + char.length;
  const code = char.codePointAt(0) ?? 0;
  if (code === 0x1b) return escapeSequence(text, at);
  if (code === 0x9b) return controlSequence(text, at, at + 1);
  if (STRINGS.has(code - 0x40)) return { out: '', at: next, mode: 'string' };
  // a page ends like a line
  if (code === 0x0b || code === 0x0c) return { out: '\n', at: next, mode: 'text' };
  if (code < 0xa0 || code === 0xfeff) return { out: '', at: next, mode: 'text' };
  if (code >= 0xd800 && code <= 0xdfff) {
    const isCut = code <= 0xdbff && next === text.length;
    return { out: isCut ? '' : LOST, at: next, mode: isCut ? undefined : 'text' };
  }
  return { out: `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`, at: next, mode: 'text' };
};

/** Second characters of what begins a string: device control, start of string, system command, private, program. */
const STRINGS: ReadonlySet<number> = new Set(Array.from('PX]^_', (char) => char.charCodeAt(0)));

const UNKNOWN = { out: '', mode: undefined } as const;

const escapeSequence = (text: string, at: number): Step => {
  let next = at + 1;
  const code = text.charCodeAt(next);
  if (code === 0x5b) return controlSequence(text, at, next + 1);
  if (STRINGS.has(code)) return { out: '', at: next + 1, mode: 'string' };
  while (next < text.length && isIntermediate(text.charCodeAt(next)) && next - at < LONGEST) next++;
  if (next === text.length) return { ...UNKNOWN, at };
  const last = text.charCodeAt(next);
  return { out: '', at: next + (last >= 0x30 && last <= 0x7e ? 1 : 0), mode: 'text' };
};

/** @param begin where its parameters begin */
const controlSequence = (text: string, at: number, begin: number): Step => {
  let next = begin;
  while (next < text.length && isWithin(text.charCodeAt(next)) && next - begin < LONGEST) next++;
  if (next - begin >= LONGEST) return { out: '', at: next, mode: 'endless' };
  if (next === text.length) return { ...UNKNOWN, at };
  // anything else than an end breaks it off, and is what it is
  if (!isFinal(text.charCodeAt(next))) return { out: '', at: next, mode: 'text' };
  return { out: safeSequence(text.slice(begin, next), text[next] ?? ''), at: next + 1, mode: 'text' };
};

/** A parameter or intermediate of a control sequence. */
const isWithin = (code: number): boolean => code >= 0x20 && code <= 0x3f;
const isIntermediate = (code: number): boolean => code >= 0x20 && code <= 0x2f;
const isFinal = (code: number): boolean => code >= 0x40 && code <= 0x7e;

/** A control sequence as it may be sent to a terminal; empty where it may not. */
const safeSequence = (parameters: string, final: string): string => {
  if (final === 'm') {
    const colours = safeColours(parameters);
    return colours === undefined ? '' : `${ESC}[${colours}m`;
  }
  if (!/^\d*$/.test(parameters)) return '';
  const count = Number(parameters);
  // the rest of the line, its beginning, all of it; of the screen only what is below
  if (final === 'K' && count <= 2) return `${ESC}[${count}K`;
  if (final === 'J' && count === 0) return `${ESC}[0J`;
  return 'ABCDEFG'.includes(final) ? `${ESC}[${Math.min(Math.max(count, 1), FARTHEST)}${final}` : '';
};
