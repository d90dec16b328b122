import { inlineCommentsIn } from './inlineComments';
import { linkDefinitionsIn } from './linkDefinitions';

/** What the lines of a paragraph are, as far as one line cannot tell. */
export interface ParagraphLines {
  /** Zero-based within the paragraph: lines that start within a link definition or comment. */
  readonly hidden: readonly number[];
  /** False where there is nothing but link definitions. */
  readonly hasText: boolean;
}

/** Reads a paragraph, the marks of its containers and white space in front of its lines taken off. */
export const readParagraph = (paragraph: string): ParagraphLines => {
  const definitions = linkDefinitionsIn(paragraph);
  const textStart = (definitions.at(-1)?.[1] ?? -1) + 1;
  const comments = inlineCommentsIn(paragraph.slice(textStart)).map(
    ([start, end]) => [start + textStart, end + textStart] as const,
  );
  return {
    hidden: linesWithin(paragraph, [...definitions, ...comments]),
    hasText: textStart < paragraph.length,
  };
};

/** Lines that start within one of the ranges, which come in order and do not overlap. */
const linesWithin = (
  text: string,
  ranges: readonly (readonly [start: number, end: number])[],
): readonly number[] => {
  const found: number[] = [];
  let next = 0;
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1), line++) {
    while ((ranges[next]?.[1] ?? text.length) <= at) next++;
    if ((ranges[next]?.[0] ?? text.length) <= at) found.push(line);
  }
  return found;
};
