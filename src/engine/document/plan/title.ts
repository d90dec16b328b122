import { isNoEstimate, onlyEffort } from '../estimate/effort';
import { replaceComments } from '../markdown/comments';

/** A definition's title, taken apart. */
export interface TitleParts {
  readonly title: string;
  /** `4-6 hours` of `Title ⏱️ 4-6 hours` or `Title (4-6h)`, as written. */
  readonly effort: string | undefined;
}

const CLOCK = /[\u{23F0}-\u{23F2}\u{1F550}-\u{1F567}]\u{FE0F}?:?/gu;
/** What says how far something is or how urgent, and white space; any other emoji is a part of the title. */
const MARK =
  /^[\s✅☑✔✓✗✘✖❌❎⭕🚫⛔⚠🚧⏳⌛🔄🔁⏸⏯⏹▶⏭🔒🔓🆕🔜🔴🟠🟡🟢🔵🟣⚪⚫🟥🟧🟨🟩🟦⬜⬛🔲🔳❗❕❓❔‼⁉⏰⏱⏲]$/u;
const VARIANT = '\u{FE0F}';
const SHOUTED = /(?:^|\s)(?:\*\*|__)([^*_]+)(?:\*\*|__)$/;
/** Titles without a character that any suffix starts with, which most are. */
const PLAIN = /^[A-Za-z0-9 ,.;:/'"`?!+&-]*$/;

/**
 * Takes trailing marks of state (✅), shouted bold suffixes (`**COMPLETE**`) and effort suffixes off a raw title
 * (FORMAT A6). Bold text with lower-case letters is part of the title unless a mark stands before it.
 */
export const readTitle = (raw: string): TitleParts => {
  if (PLAIN.test(raw)) return { title: raw.trim(), effort: undefined };
  let title = replaceComments(raw, () => '').trim();
  let effort: string | undefined;
  for (;;) {
    const found = trailingEffort(title);
    if (found) {
      effort ??= found.effort;
      title = title.slice(0, found.start).trimEnd();
      continue;
    }
    const shorter = withoutMarks(withoutShout(title));
    if (shorter === '' || shorter === title) return { title, effort };
    title = shorter;
  }
};

interface Suffix {
  readonly effort: string;
  /** Where the title ends. */
  readonly start: number;
}

/**
 * What stands in brackets at the end or behind a clock, where it is an estimate and nothing else. A single figure in
 * brackets is part of the title: `Session timeout (30 min)`.
 */
const trailingEffort = (title: string): Suffix | undefined => inBrackets(title) ?? behindClock(title);

const inBrackets = (title: string): Suffix | undefined => {
  if (!/[)\]]$/.test(title)) return undefined;
  const start = title.lastIndexOf(title.endsWith(')') ? '(' : '[');
  const inside = title.slice(start + 1, -1);
  const effort = inside.replace(CLOCK, '').trim();
  // two and three dimensions, not days
  if (start <= 0 || /^[23]D$/.test(effort)) return undefined;
  const isMarked = effort !== inside.trim();
  const only = onlyEffort(effort);
  return only === 'sure' || (only !== undefined && isMarked) ? { effort, start } : undefined;
};

const behindClock = (title: string): Suffix | undefined => {
  const clock = [...title.matchAll(CLOCK)].at(-1);
  if (!clock || clock.index === 0) return undefined;
  const effort = title.slice(clock.index + clock[0].length).trim();
  const said = effort.replace(/\([^()]*\)/g, '');
  return onlyEffort(said) !== undefined || isNoEstimate(said) ? { effort, start: clock.index } : undefined;
};

const withoutMarks = (title: string): string => {
  let end = title.length;
  for (let mark = markBefore(title, end); mark !== ''; mark = markBefore(title, end)) end -= mark.length;
  return title.slice(0, end);
};

/** The mark that ends at `end`; nothing where another character does. */
const markBefore = (title: string, end: number): string => {
  const from = title.endsWith(VARIANT, end) ? end - VARIANT.length : end;
  const last = title.slice(Math.max(0, from - 2), from);
  if (MARK.test(last)) return title.slice(from - 2, end);
  return MARK.test(last.slice(-1)) ? title.slice(from - 1, end) : '';
};

const withoutShout = (title: string): string => {
  const shout = SHOUTED.exec(title);
  if (!shout?.[1]) return title;
  const before = title.slice(0, shout.index).trimEnd();
  const isSuffix = !/\p{Ll}/u.test(shout[1]) || withoutMarks(before) !== before;
  return isSuffix ? before : title;
};
