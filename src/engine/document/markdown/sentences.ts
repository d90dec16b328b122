import { firstWhere } from '../../../shared/firstWhere';
import { type Span, span } from '../../model/text';

const END = /[.!?;](?=\s)/g;

/** The sentences of a line in order, without the marks that end them. */
export const sentencesIn = (line: string): readonly Span[] => {
  const ends = Array.from(line.matchAll(END), ({ index }) => index);
  return [...ends, line.length].map((end, at) => span((ends[at - 1] ?? -1) + 1, end));
};

/** The one that an offset of the line lies in. */
export const sentenceAround = (sentences: readonly Span[], offset: number): Span => {
  const at = firstWhere(sentences.length - 1, (nth) => (sentences[nth]?.end ?? 0) >= offset);
  return sentences[at] ?? span(0, offset);
};
