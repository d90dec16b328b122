/** A definition's title, taken apart. */
export interface TitleParts {
  readonly title: string;
  /** `4-6 hours` of `Title ⏱️ 4-6 hours` or `Title (4-6h)`, as written. */
  readonly effort: string | undefined;
}

const UNIT = '(?:hours?|hrs?|h|minutes?|mins?|m|days?|d)';
const EFFORT = new RegExp(`[\\s(:\\u{23F1}\\u{23F0}\\u{FE0F}]*(~?\\d[\\d.,\\s–-]*${UNIT})\\)?$`, 'iu');
const EFFORT_START = /\(|\u{23F1}|\u{23F0}/u;
const MARKS = /(?:\s|\p{Extended_Pictographic}|\u{FE0F}|\u{200D}|[✓✗])+$/u;
const SHOUTED = /(?:^|\s)(?:\*\*|__)([^*_]+)(?:\*\*|__)$/;
/** Titles without a character that any suffix starts with, which most are. */
const PLAIN = /^[A-Za-z0-9 ,.;:/'"`?!+&-]*$/;
const COMMENT = /<!--[\s\S]*?-->/g;

/**
 * Takes trailing marks (✅), shouted bold suffixes (`**COMPLETE**`) and effort suffixes off a raw title
 * (FORMAT A6). Bold text with lower-case letters is part of the title unless a mark stands before it.
 */
export const readTitle = (raw: string): TitleParts => {
  if (PLAIN.test(raw)) return { title: raw.trim(), effort: undefined };
  let title = raw.replace(COMMENT, '').trim();
  let effort: string | undefined;
  for (;;) {
    const found = EFFORT.exec(title);
    if (found?.[1] && found.index > 0 && EFFORT_START.test(found[0])) {
      effort ??= found[1].trim();
      title = title.slice(0, found.index).trimEnd();
      continue;
    }
    const shorter = withoutMarks(withoutShout(title));
    if (shorter === '' || shorter === title) return { title, effort };
    title = shorter;
  }
};

const withoutMarks = (title: string): string => title.replace(MARKS, '');

const withoutShout = (title: string): string => {
  const shout = SHOUTED.exec(title);
  if (!shout?.[1]) return title;
  const before = title.slice(0, shout.index).trimEnd();
  const isSuffix = !/\p{Ll}/u.test(shout[1]) || withoutMarks(before) !== before;
  return isSuffix ? before : title;
};
