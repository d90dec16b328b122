const ZERO = 48;
const isDigit = (code: number): boolean => code >= ZERO && code <= ZERO + 9;

/** Offset behind the digits that start at `from`. */
const digitsEnd = (text: string, from: number): number => {
  let end = from;
  while (end < text.length && isDigit(text.charCodeAt(end))) end++;
  return end;
};

/** Drops leading zeros. */
const significant = (digits: string): string => digits.replace(/^0+/, '');

/** Two runs of digits by value, of any length. */
const compareDigits = (a: string, b: string): number => {
  const x = significant(a);
  const y = significant(b);
  return x.length - y.length || comparePlain(x, y);
};

const comparePlain = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Order of achievement ids as people count: `1.2` < `1.10` < `2.1`, `PRP-9.1` < `PRP-37.1.1`. Runs of
 * digits compare by value (of any length), everything else by character; ids that are equal so far
 * (`1.1` and `01.1`) compare as plain text. A total order: 0 only for equal texts.
 */
export const compareIds = (a: string, b: string): number => {
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(j);
    if (!isDigit(x) || !isDigit(y)) {
      if (x !== y) return x - y;
      i++;
      j++;
      continue;
    }
    const aEnd = digitsEnd(a, i);
    const bEnd = digitsEnd(b, j);
    const difference =
      aEnd - i === 1 && bEnd - j === 1 ? x - y : compareDigits(a.slice(i, aEnd), b.slice(j, bEnd));
    if (difference !== 0) return difference;
    i = aEnd;
    j = bEnd;
  }
  return a.length - i - (b.length - j) || comparePlain(a, b);
};

/** `1.1`, `3.5.1`, or in a PRP batch `PRP-47.2.1`. Always compared as text. */
export type AchievementId = string;
