/** A text without the characters that nobody sees, and where each of its characters stood. */
export interface VisibleText {
  readonly visible: string;
  /** Offset in the text that was given of a character of `visible`. */
  offsetOf(at: number): number;
}

const INVISIBLE = /\p{Cf}/gu;

/** Leaves out marks of direction, zero-width blanks and soft hyphens. Linear in the text. */
export const visibleText = (text: string): VisibleText => {
  const visible = text.replace(INVISIBLE, '');
  if (visible.length === text.length) return { visible, offsetOf: (at) => at };
  const offsets: number[] = [];
  let from = 0;
  const keep = (until: number): void => {
    for (let at = from; at < until; at++) offsets.push(at);
  };
  for (const { 0: hidden, index } of text.matchAll(INVISIBLE)) {
    keep(index);
    from = index + hidden.length;
  }
  keep(text.length);
  return { visible, offsetOf: (at) => offsets[at] ?? text.length };
};
