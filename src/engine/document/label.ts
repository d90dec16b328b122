import type { FieldName } from '../model/achievement';
import { span, type Span } from '../model/text';
import type { Vocabulary } from './vocabulary';

/** A label in a line, with its value; positions are columns of the line. */
export interface Label {
  /** As written, without the marks around it. */
  readonly label: string;
  readonly name: FieldName;
  /** Where the label with its marks starts. */
  readonly start: number;
  /** What follows it on the line, without white space and characters that nobody sees around it. */
  readonly value: Span;
  /** True where a bullet or number stands in front. */
  readonly isItem: boolean;
  /** True where nothing marks it as a label but its colon. */
  readonly isPlain: boolean;
}

/** White space and what takes no room: marks of direction, joiners, soft hyphens. */
const UNSEEN = '[\\s\\u00AD\\u200B-\\u200F\\u2028-\\u202E\\u2060-\\u2069\\uFEFF]';
/** What may stand in front of a label: a bullet or number, a check box, a mark such as an emoji. */
const FRONT = new RegExp(
  `${UNSEEN}*((?:[-*+•‣▪·]|\\d{1,9}[.)])${UNSEEN}+)?(\\[[ xX]\\]${UNSEEN}+)?(?:[^\\p{L}\\p{N}\\s*_[\\](){}<>"'\`#|~+-]{1,6}${UNSEEN}+)?`,
  'uy',
);
/** Labels between marks of emphasis or code, the colon inside or outside of them, a remark in brackets behind them. */
const MARKED =
  /(?:(\*{1,3})(?![\s*])([^*\n]{1,80}?)([:：]?)\s{0,4}\1|(_{1,3})(?![\s_])([^\n]{1,80}?)([:：]?)\s{0,4}\4|(`)([^`\n]{1,80})()`|<(b|strong|em|i)>([^<>\n]{1,80}?)([:：]?)\s{0,4}<\/\10>)\s{0,4}(?:\([^()\n]{0,80}\)\s{0,4})?([:：]?)/uy;
/** What may stand in the place of the colon behind a marked label. */
const DASH = /[ \t]*(?:[–—=→]|->?(?=[ \t]))[ \t]*/y;
/** What a value without anything between it and its marked label looks like. */
const FIGURE = /[ \t]+(?=(?:[#~([`*]{0,3}\d|achievements?\b|none\b))/iy;
const BEHIND_PLAIN = /[:：]/;
const LONGEST_PLAIN = 45;

/** Where a label is looked for at all: titles of books are no labels. */
export const canSay = (name: FieldName): boolean =>
  name === 'dependencies' || name === 'blocks' || name === 'effort' || name === 'actual';

const ASCII_END = 128;
const SPACE = 32;
const IS_UNSEEN = new RegExp(UNSEEN, 'u');

const isUnseen = (line: string, at: number): boolean => {
  const code = line.charCodeAt(at);
  return code < ASCII_END ? code <= SPACE : IS_UNSEEN.test(line.charAt(at));
};

/** `from` to `end` of a line without white space and unseen characters around. */
export const trimmed = (line: string, from: number, end = line.length): Span => {
  let [start, stop] = [from, end];
  while (start < stop && isUnseen(line, start)) start++;
  while (stop > start && isUnseen(line, stop - 1)) stop--;
  return span(start, stop);
};

/**
 * The label a line starts with, behind the marks of its containers (`from`): bold, italic, code or plain, behind a
 * bullet, box or mark. A label that is no known word is one only in bold and with a colon.
 */
export const readLabel = (line: string, from: number, vocabulary: Vocabulary): Label | undefined => {
  const { start, isItem, hasBox } = frontOf(line, from);
  const found = labelAt(line, start, vocabulary);
  // a box is for something to do, which is no field unless it says what waits
  if (!found || (hasBox && found.name !== 'dependencies' && found.name !== 'blocks')) return undefined;
  return { ...found, isItem };
};

interface Front {
  /** Where the label may start. */
  readonly start: number;
  readonly isItem: boolean;
  readonly hasBox: boolean;
}

/** What stands in front of a label. Nearly always that is a bullet or nothing, which needs no pattern. */
const frontOf = (line: string, from: number): Front => {
  const isItem = line.startsWith('- ', from);
  const start = isItem ? from + 2 : from;
  if (line.startsWith('**', start) || isLetter(line.charCodeAt(start))) return { start, isItem, hasBox: false };
  FRONT.lastIndex = from;
  const [front = '', bullet, box] = FRONT.exec(line) ?? [];
  return { start: from + front.length, isItem: bullet !== undefined, hasBox: box !== undefined };
};

const isLetter = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122);

type Found = Omit<Label, 'isItem'>;

/** The label that starts at this very column. */
export const labelAt = (line: string, start: number, vocabulary: Vocabulary): Found | undefined =>
  '*_`<'.includes(line.charAt(start) || ' ')
    ? markedAt(line, start, vocabulary)
    : plainAt(line, start, vocabulary);

const markedAt = (line: string, start: number, vocabulary: Vocabulary): Found | undefined => {
  MARKED.lastIndex = start;
  const match = MARKED.exec(line);
  if (!match) return undefined;
  const label = (match[2] ?? match[5] ?? match[8] ?? match[11] ?? '').trim();
  const hasColon = Boolean(match[3] || match[6] || match[12] || match[13]);
  const name = vocabulary.nameOf(label);
  const isBold = (match[1] ?? match[4] ?? '').length >= 2;
  if (name === 'other' && !(isBold && hasColon)) return undefined;
  const end = hasColon ? MARKED.lastIndex : endWithoutColon(line, MARKED.lastIndex, name);
  return end === undefined ? undefined : { label, name, start, value: trimmed(line, end), isPlain: false };
};

/** Where the value of a marked label without a colon starts: behind a dash, at a figure, or nowhere on the line. */
const endWithoutColon = (line: string, at: number, name: FieldName): number | undefined => {
  if (trimmed(line, at).start === line.length) return line.length;
  for (const pattern of canSay(name) ? [DASH, FIGURE] : [DASH]) {
    pattern.lastIndex = at;
    if (pattern.test(line)) return pattern.lastIndex;
  }
  return undefined;
};

const plainAt = (line: string, start: number, vocabulary: Vocabulary): Found | undefined => {
  const before = line.slice(start, start + LONGEST_PLAIN);
  const length = before.search(BEHIND_PLAIN);
  if (length < 1) return undefined;
  const label = before.slice(0, length).trim();
  const name = vocabulary.nameOf(label);
  if (name === 'other') return undefined;
  return { label, name, start, value: trimmed(line, start + length + 1), isPlain: true };
};
