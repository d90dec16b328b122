/** What a select graphic rendition may set by itself: bold to inverse without blinking, and how that ends. */
const PLAIN: ReadonlySet<number> = new Set([
  ...[0, 1, 2, 3, 4, 7, 9, 21, 22, 23, 24, 27, 29, 39, 49, 53, 55, 59],
  ...eight(30),
  ...eight(40),
  ...eight(90),
  ...eight(100),
]);

/** What goes on with a colour: of the text, behind it, of its underline. */
const WITH_COLOUR: ReadonlySet<number> = new Set([38, 48, 58]);

/** How many numbers a colour has behind its kind: one of a palette, or red, green and blue. */
const NUMBERS: Readonly<Record<number, number>> = { 5: 1, 2: 3 };

/** Most parameters that are looked at; no program sends more. */
const MOST = 32;

function eight(first: number): readonly number[] {
  return Array.from({ length: 8 }, (_, more) => first + more);
}

/**
 * The parameters of a select graphic rendition (`1;38;5;208`) without those that hide text, blink, or that nobody
 * knows. Undefined where nothing is left.
 */
export const safeColours = (parameters: string): string | undefined => {
  if (parameters === '') return '0';
  const parts = parameters.split(';');
  if (parts.length > MOST) return undefined;
  const kept: string[] = [];
  for (let at = 0; at < parts.length; ) {
    const length = WITH_COLOUR.has(Number(parts[at])) ? colourLength(parts, at) : 1;
    // of what follows nobody knows what belongs to it
    if (length === 0) break;
    const taken = parts.slice(at, at + length);
    if (length > 1 || isSafe(taken[0] ?? '')) kept.push(...taken.map((part) => part || '0'));
    at += length;
  }
  return kept.length > 0 ? kept.join(';') : undefined;
};

/** How many parameters a colour takes with the one that announces it; 0 where it is none. */
const colourLength = (parts: readonly string[], at: number): number => {
  const count = NUMBERS[Number(parts[at + 1])];
  if (count === undefined || parts[at + 1] === '') return 0;
  const numbers = parts.slice(at + 2, at + 2 + count);
  return numbers.length === count && numbers.every(isByte) ? 2 + count : 0;
};

const isByte = (part: string): boolean => /^\d{0,3}$/.test(part) && Number(part) < 256;

/** One parameter: a number, or a colour or kind of underline that is written with colons. */
const isSafe = (part: string): boolean =>
  /^\d{0,3}$/.test(part)
    ? PLAIN.has(Number(part))
    : /^(?:4:[0-5]|[345]8:5:\d{1,3}|[345]8:2(?::\d{0,3}){3,4})$/.test(part);
