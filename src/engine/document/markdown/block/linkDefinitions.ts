import { LONGEST_LABEL } from './container';

const LABEL = /\[(?!\s*\])((?:[^\\[\]]|\\(?:[\\[\]]|(?![\\[\]])))+)\]:[ \t\n]*/y;
const ENCLOSED = /<(?:[^<>\n\\]|\\(?:[<>\\]|(?![<>\\])))*>/y;
const TITLE =
  /[ \t\n]+(?:"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'|\((?:[^)\\]|\\[\s\S])*\))[ \t]*(?=\n|$)/y;
const LINE_END = /[ \t]*(?=\n|$)/y;
const OPEN = 40;
const CLOSE = 41;
const BACKSLASH = 92;
const SPACE = 32;
const DELETE = 127;

/** Where link reference definitions (`[label]: /url "title"`) start and end in a paragraph. */
export type DefinitionRange = readonly [start: number, end: number];

/**
 * The definitions at the start of a paragraph, whose lines come without what stands in front of their content;
 * CommonMark 4.7. The text of the paragraph, if it has any, starts on the line after the last.
 */
export const linkDefinitionsIn = (paragraph: string): readonly DefinitionRange[] => {
  const found: DefinitionRange[] = [];
  let start = 0;
  for (let end = definitionEnd(paragraph, start); end !== -1; end = definitionEnd(paragraph, start)) {
    found.push([start, end]);
    start = end + 1;
  }
  return found;
};

/** Offset of the end of the definition at `start`; -1 where there is none. */
const definitionEnd = (text: string, start: number): number => {
  const destination = behindLabel(text, start);
  if (destination === -1) return -1;
  const end = text.startsWith('<', destination)
    ? endOf(ENCLOSED, text, destination)
    : rawDestinationEnd(text, destination);
  if (end === -1) return -1;
  const titleEnd = endOf(TITLE, text, end);
  return titleEnd === -1 ? endOf(LINE_END, text, end) : titleEnd;
};

const behindLabel = (text: string, start: number): number => {
  LABEL.lastIndex = start;
  const label = LABEL.exec(text)?.[1];
  return label === undefined || label.length > LONGEST_LABEL ? -1 : LABEL.lastIndex;
};

const endOf = (pattern: RegExp, text: string, start: number): number => {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : -1;
};

/** A destination without `<` has no white space and its parentheses are balanced or escaped. */
const rawDestinationEnd = (text: string, start: number): number => {
  let depth = 0;
  let at = start;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code <= SPACE || code === DELETE || (code === CLOSE && depth === 0)) break;
    if (code === OPEN) depth++;
    else if (code === CLOSE) depth--;
    else if (code === BACKSLASH && isEscapable(text.charCodeAt(at + 1))) at++;
  }
  return at === start || depth > 0 ? -1 : at;
};

const isEscapable = (code: number): boolean => code === OPEN || code === CLOSE || code === BACKSLASH;
