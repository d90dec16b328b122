import type { FieldName } from '../../../facts/field';
import { type Span, span } from '../../../model/text';

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
  /** True where not even a colon marks it. */
  readonly isLoose?: true;
}

/** White space and what takes no room: marks of direction, joiners, soft hyphens. */
export const UNSEEN_UNITS = '\\s\\u00AD\\u200B-\\u200F\\u2028-\\u202E\\u2060-\\u2069\\uFEFF';
export const UNSEEN = `[${UNSEEN_UNITS}]`;

/** No label without marks is longer. */
export const LONGEST_PLAIN = 45;

/** Whether something stands behind a label. */
export const hasValue = ({ value }: Pick<Label, 'value'>): boolean => value.start < value.end;

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

/** Whether a unit is a letter of ASCII. */
export const isLetter = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
