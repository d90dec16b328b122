import { eastAsianWidth } from 'get-east-asian-width';
import { lazy } from '../../shared/lazy';

/** One symbol of two columns, however many characters it is made of. */
const EMOJI = /^(?:\p{Emoji_Presentation}|\p{Regional_Indicator})|\ufe0f/u;
/** What is drawn over the letter before it. */
const WITHOUT_WIDTH = /[\p{Mn}\p{Me}]/u;
const graphemes = lazy(() => new Intl.Segmenter('en', { granularity: 'grapheme' }));

const cellsOf = (grapheme: string): number => {
  if (EMOJI.test(grapheme)) return 2;
  let cells = 0;
  for (const character of grapheme) {
    if (!WITHOUT_WIDTH.test(character)) cells += eastAsianWidth(character.codePointAt(0) ?? 0);
  }
  return cells;
};

/** Columns that printable text takes on a terminal: two for ideographs and emoji, none for accents. */
export const columnsOf = (text: string): number => {
  let columns = 0;
  for (const { segment } of graphemes().segment(text)) columns += cellsOf(segment);
  return columns;
};

/** `text` in at most `width` columns, with an ellipsis where something was cut. */
export const shortened = (text: string, width: number): string => {
  if (columnsOf(text) <= width) return text;
  let kept = '';
  let columns = 0;
  for (const { segment } of graphemes().segment(text)) {
    columns += cellsOf(segment);
    if (columns > width - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}\u2026`;
};

/** Words put into lines of at most `width` columns; a longer word has a line of its own. */
export const filled = (words: readonly string[], width: number): readonly string[] => {
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (columnsOf(longer) <= width) line = longer;
    else {
      if (line) lines.push(line);
      line = word;
    }
  }
  if (line) lines.push(line);
  return lines;
};
