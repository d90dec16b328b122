import type { ResultKind } from '../../../engine/run/config/config';
import { createReadableLog } from '../../../engine/run/text/readableLog';
import { createTerminalText } from '../../../engine/run/text/terminalText';

/** Reads a part of what one attempt printed on while it grows: what its executor did, or its reviewer. */
export interface LogReader {
  /** Said where it goes on after another part; one line without anything that steers a terminal. */
  readonly title: string;
  /** How its end is read, which says what its events look like. */
  readonly kind: ResultKind;
  /** What came since, whole characters only, and how many bytes before it are left out. Never twice at the same time. */
  readOn(): Promise<{ readonly text: string; readonly leftOut: number }>;
}

/** How an item stands whose log is shown. */
export interface LogStanding {
  /** The last attempt that was started; 0 for none. */
  readonly attempt: number;
  /** More may be printed at any moment. */
  readonly isAtWork: boolean;
  /** One line: how it stands. */
  readonly words: string;
}

/** What is said between what programs print; each one line without anything that steers a terminal. */
export interface LogWords {
  attemptBegins(attempt: number): string;
  leftOut(bytes: number): string;
}

/** The log of an item as a terminal is to show it, attempt by attempt. */
export interface ItemLog {
  /** What came since the last time. Never to be called twice at the same time. */
  readOn(now: LogStanding): Promise<string>;
}

/** A part of an attempt with what was read of it so far. */
interface Part {
  readonly reader: LogReader;
  /** The next piece, readable and safe for a terminal; without one, what is held back so far. */
  show(piece?: string): string;
}

const createPart = (reader: LogReader): Part => {
  const readable = createReadableLog(reader.kind);
  const filter = createTerminalText();
  return {
    reader,
    show: (piece) =>
      piece === undefined ? filter.write(readable.end()) + filter.end() : filter.write(readable.write(piece)),
  };
};

/**
 * The log of one attempt, or of all from the one that is the last now. Once an item is at rest, the end says how it
 * stands; when it is worked on again, what is printed then follows.
 */
export const createItemLog = ({
  attempt: asked,
  readersOf,
  words,
}: {
  /** Undefined: the last one, and those that follow. */
  readonly attempt: number | undefined;
  /** The parts of an attempt, in the order in which they are printed. */
  readonly readersOf: (attempt: number) => readonly LogReader[];
  readonly words: LogWords;
}): ItemLog => {
  const partsOf = (number: number): readonly Part[] => readersOf(number).map(createPart);
  let attempt = asked ?? 0;
  let parts = attempt > 0 ? partsOf(attempt) : [];
  let last = parts[0];
  let said = '';
  const screen = createScreen();

  const readPart = async (part: Part): Promise<string> => {
    const { text, leftOut } = await part.reader.readOn();
    if (text === '') return '';
    said = '';
    const title = part === last ? '' : screen.line(part.reader.title);
    last = part;
    const before = leftOut > 0 ? screen.line(words.leftOut(leftOut)) : '';
    return title + before + screen.print(part.show(text));
  };

  const readAttempt = async (): Promise<string> => {
    let shown = '';
    for (const part of parts) shown += await readPart(part);
    return shown;
  };

  /** What is held back, when nothing more comes. */
  const rest = (): string => parts.map(({ show }) => screen.print(show())).join('');

  const nextAttempt = (next: number): string => {
    const ending = rest();
    attempt = next;
    parts = partsOf(next);
    last = parts[0];
    said = '';
    return next > 1 ? ending + screen.line(words.attemptBegins(next)) : ending;
  };

  return {
    readOn: async (now) => {
      let shown = await readAttempt();
      // what an item left is whole when the next attempt begins
      if (asked === undefined && now.attempt > attempt) {
        shown += nextAttempt(now.attempt);
        shown += await readAttempt();
      }
      if (now.isAtWork) {
        said = '';
        return shown;
      }
      if (said === now.words) return shown;
      said = now.words;
      return shown + rest() + screen.line(now.words);
    },
  };
};

/** What was printed, and lines between it that are told apart from it. */
const createScreen = () => {
  let isInLine = false;
  let hasMoved = false;
  return {
    /** @param text safe for a terminal */
    print: (text: string): string => {
      if (text === '') return '';
      isInLine = !text.endsWith('\n');
      hasMoved ||= STEP.test(text);
      return withReturns(text);
    },
    /** Below everything that is there. */
    line: (text: string): string => {
      const down = hasMoved ? `${BOTTOM}\r\n` : isInLine ? '\r\n' : '';
      isInLine = false;
      hasMoved = false;
      return `${PLAIN}${down}${BOLD}── ${text} ──${PLAIN}\r\n`;
    },
  };
};

const PLAIN = '\u001b[0m';
const BOLD = '\u001b[1m';
const BOTTOM = '\u001b[999B';
/** The cursor goes to another line. */
const STEP = /\[\d+[ABEF]/;

/** A terminal goes to the beginning of the next line only when it is told so. */
const withReturns = (text: string): string => text.replaceAll('\n', '\r\n');
