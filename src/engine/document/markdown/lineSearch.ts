import { firstWhere } from '../../../shared/firstWhere';
import type { Span } from '../../model/text';
import type { TextChange } from '../../model/textChange';

/** Where something was found, as a UTF-16 offset, and what was made of it. */
export interface Found<T> {
  readonly at: number;
  readonly value: T;
}

/**
 * Looks for something in whole lines, in order. What it finds at a place must follow from the line of the place alone, and
 * must hold no offsets: then it is still true when the text above has changed.
 */
export type LineSearch<T = undefined> = (lines: string) => readonly Found<T>[];

/**
 * Looks for the lines in which a pattern matches that never looks beyond a line; a place is that of the last unit of
 * the first match in its line.
 */
export const searchLines = ({ source, flags }: RegExp): LineSearch => {
  const pattern = new RegExp(source, `${flags}g`);
  return (lines) => {
    const found: Found<undefined>[] = [];
    pattern.lastIndex = 0;
    while (pattern.test(lines)) {
      found.push({ at: pattern.lastIndex - 1, value: undefined });
      const end = lines.indexOf('\n', pattern.lastIndex);
      pattern.lastIndex = end === -1 ? lines.length : end;
    }
    return found;
  };
};

/** What any of some searches finds: to ask for a part of a text takes as long as for one of them. */
export const searchAny =
  (searches: readonly LineSearch[]): LineSearch =>
  (lines) =>
    searches.flatMap((search) => search(lines)).sort((one, other) => one.at - other.at);

/** What searches have found in a text. Reading the next text of the same document, they go through what is new only. */
export class Searches {
  readonly #found = new Map<LineSearch<unknown>, readonly Found<unknown>[]>();

  /** All that `search` finds in `text`, which is the same text at every call. */
  of<T>(text: string, search: LineSearch<T>): readonly Found<T>[] {
    const known = this.#found.get(search);
    // the search is the key: what is kept for it is what it has found
    if (known) return known as readonly Found<T>[];
    const found = search(text);
    this.#found.set(search, found);
    return found;
  }

  /** The same searches in the text after a change. */
  after(text: string, change: TextChange): Searches {
    const next = new Searches();
    const { start, end } = changedLines(text, change);
    const changed = text.slice(start, end);
    for (const [search, found] of this.#found) {
      next.#found.set(search, [
        ...found.slice(0, firstFrom(found, start)),
        ...moved(search(changed), start),
        ...moved(found.slice(firstFrom(found, end - change.shift)), change.shift),
      ]);
    }
    return next;
  }
}

const moved = <T>(found: readonly Found<T>[], by: number): readonly Found<T>[] =>
  found.map(({ at, value }) => ({ at: at + by, value }));

/** Which of the places, which are in order, is the first at `offset` or behind it. */
export const firstFrom = (found: readonly Found<unknown>[], offset: number): number =>
  firstWhere(found.length, (nth) => (found[nth]?.at ?? offset) >= offset);

/** The whole lines around a change. */
const changedLines = (text: string, { start, end }: TextChange): Span => {
  const lineBreak = text.indexOf('\n', end);
  return {
    start: start === 0 ? 0 : text.lastIndexOf('\n', start - 1) + 1,
    end: lineBreak === -1 ? text.length : lineBreak + 1,
  };
};
