const NEWLINE = 10;
const SPACE = 32;
const STAR = 42;
const DASH = 45;
/** 1 for each letter of ASCII. */
const LETTERS = Uint8Array.from({ length: 128 }, (_, code) =>
  /[A-Za-z]/.test(String.fromCharCode(code)) ? 1 : 0,
);

/** Lines whose first characters tell what they are wherever they stand outside fences and raw HTML. */
export type PlainLine = 'empty' | 'text' | 'bullet';

/** What the line at `start` is: most lines of plans are empty, or text or a bullet at column 0, plain or bold. */
export const plainLineAt = (text: string, start: number): PlainLine | undefined => {
  const code = text.charCodeAt(start);
  if (code === NEWLINE) return 'empty';
  if (isPlainText(text, start)) return 'text';
  const isBullet = code === DASH && text.charCodeAt(start + 1) === SPACE && isPlainText(text, start + 2);
  return isBullet ? 'bullet' : undefined;
};

/** Starts with a letter or with bold text. */
const isPlainText = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  if (code !== STAR) return LETTERS[code] === 1;
  const third = text.charCodeAt(at + 2);
  return text.charCodeAt(at + 1) === STAR && third > SPACE && third !== STAR;
};
