/**
 * Of a line that an edit may change, the words that must be found on the changed lines; undefined for a line that must
 * stay as it is.
 */
export type KeptWords = (line: number) => readonly string[] | undefined;

/** So much of a line is quoted. */
const QUOTED = 60;

/**
 * The first line that an edit loses or changes without having been asked to, as a reason without a full stop; undefined
 * where there is none. Lines that stay must stay in their order. Blank lines, blank space at the ends of lines and the
 * kind of line break count for nothing.
 */
export const lineProblem = (
  before: readonly string[],
  after: readonly string[],
  keptWords: KeptWords,
  same: (line: string) => string = (line) => line.trimEnd(),
): string | undefined => {
  const others: string[] = [];
  const wanted: { readonly word: string; readonly line: number }[] = [];
  let at = 0;
  for (const [line, text] of before.entries()) {
    const words = keptWords(line);
    if (words) {
      wanted.push(...words.map((word) => ({ word, line })));
      continue;
    }
    const content = same(text);
    if (content.trim() === '') continue;
    const start = at;
    while (at < after.length && same(after[at] ?? '') !== content) at++;
    if (at === after.length) return `it would also change line ${line + 1}: “${shortened(text)}”`;
    others.push(...after.slice(start, at));
    at++;
  }
  const lost = firstLacking(wanted, [...others, ...after.slice(at)]);
  return lost && `it would also remove “${lost.word}” from line ${lost.line + 1}`;
};

/** Letters that belong together, or a number with dots. */
export const WORD = /\p{L}+|\d+(?:\.\d+)*/gu;

export const wordsIn = (text: string): readonly string[] => text.match(WORD) ?? [];

const firstLacking = <T extends { readonly word: string }>(
  wanted: readonly T[],
  lines: readonly string[],
): T | undefined => {
  if (wanted.length === 0) return undefined;
  const counts = new Map<string, number>();
  for (const line of lines) for (const word of wordsIn(line)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return wanted.find(({ word }) => {
    const count = counts.get(word) ?? 0;
    counts.set(word, count - 1);
    return count <= 0;
  });
};

export const shortened = (text: string): string => {
  const content = text.trim();
  return content.length > QUOTED ? `${content.slice(0, QUOTED)}…` : content;
};
