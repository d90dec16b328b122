import { type Span, span } from '../model/text';

const END = /[.!?;](?=\s)/g;

/** The sentences of a line in order, without the marks that end them. */
export const sentencesIn = (line: string): readonly Span[] => {
  const ends = Array.from(line.matchAll(END), ({ index }) => index);
  return [...ends, line.length].map((end, at) => span((ends[at - 1] ?? -1) + 1, end));
};

/** The one that an offset of the line lies in. */
export const sentenceAround = (sentences: readonly Span[], offset: number): Span => {
  let low = 0;
  let high = sentences.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sentences[middle]?.end ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return sentences[low] ?? span(0, offset);
};
