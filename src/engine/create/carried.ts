import { withoutTail } from '../../shared/withoutTail';
import { scanLines } from '../document/markdown/lines';

const TICKED = /^([ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)*)\[[xX]\](?=\s|$)/;
const HEADING = /^[ \t>]*#{1,6}[ \t]+/;
const FENCES = /`{3,}|~{3,}/g;
/** What ends the HTML blocks that a blank line does not end. */
const HTML_ENDS = ['-->', '</script>', '</pre>', '</style>', '</textarea>', '?>', ']]>', '>'];

/**
 * Markdown from the PLAN as it may stand in a new document: nothing is ticked, headings become bold text so
 * that the sections stay this document's own, and no code block or comment is left open.
 */
export const carried = (markdown: string): string => {
  const text = markdown.replace(/\r\n?/g, '\n').trim();
  const kinds = kindsOf(text);
  const lines = text
    .split('\n')
    .map((line, at) => (kinds[at] === 'hidden' ? line : withoutHeading(line.replace(TICKED, '$1[ ]'))));
  return closed(lines.join('\n'));
};

/** A heading as bold text, any other line as it is. */
const withoutHeading = (line: string): string => {
  const marks = HEADING.exec(line)?.[0].length;
  return marks === undefined ? line : `**${withoutTail(line.slice(marks), ' \t#')}**`;
};

/** True when the text starts with code, HTML or a comment, which text before it on its line would undo. */
export const startsBlock = (text: string): boolean => kindsOf(text)[0] === 'hidden';

/** The line break in front keeps a rule at the start from being taken for front matter. */
const kindsOf = (text: string): readonly string[] => scanLines(`\n${text}`).kinds.slice(1);

const closed = (text: string): string => {
  if (!isOpen(text)) return text;
  const ends = [...new Set(text.match(FENCES)), ...HTML_ENDS].map((end) => `${text}\n${end}`);
  return ends.find((candidate) => !isOpen(candidate)) ?? text.replaceAll('<', '&lt;').replace(FENCES, '');
};

/** True when what follows would still belong to a block of the text. */
const isOpen = (text: string): boolean => kindsOf(`${text}\n\nnext`).at(-1) === 'hidden';
