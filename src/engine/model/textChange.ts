/** What is new in a text: its part from `start` to `end` stands where the text before had one, up to `end - shift`. */
export interface TextChange {
  /** UTF-16 offset into both texts: up to here they are equal. */
  readonly start: number;
  /** UTF-16 offset into the new text: from here on they are equal again. */
  readonly end: number;
  /** By how much all that follows has moved, in UTF-16 units. */
  readonly shift: number;
}

/** Compared at once; what differs is then looked at unit by unit. */
const CHUNK = 4096;

/** The smallest part of `text` that holds all that differs from `before`. */
export const changeBetween = (before: string, text: string): TextChange => {
  const shorter = Math.min(before.length, text.length);
  const start = equalUnits(shorter, (at, length) => sameAt(before, at, text, at, length));
  const behind = equalUnits(shorter - start, (at, length) =>
    sameAt(before, before.length - at - length, text, text.length - at - length, length),
  );
  return { start, end: text.length - behind, shift: text.length - before.length };
};

const sameAt = (one: string, at: number, other: string, otherAt: number, length: number): boolean =>
  one.slice(at, at + length) === other.slice(otherAt, otherAt + length);

/** How many units are equal, counted from one end; at most `most`. */
const equalUnits = (most: number, isSame: (at: number, length: number) => boolean): number => {
  let at = 0;
  for (let length = CHUNK; length > 0; length >>>= 1) {
    while (at + length <= most && isSame(at, length)) at += length;
  }
  return at;
};
