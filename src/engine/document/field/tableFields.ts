import type { Field } from '../../facts/field';
import { type Span, span } from '../../model/text';
import { soundsLikeDependencies } from '../stated/unreadLabel';
import type { Vocabulary } from '../words/vocabulary';
import { trimmed } from './label/labelParts';

/** A row of a table: its text with the offset where that starts. */
export interface Row {
  readonly text: string;
  readonly start: number;
}

/** The cells of a row, without white space around, as columns of it. A bar behind a backslash is content. */
export const cellsOf = ({ text }: Row): readonly Span[] => {
  const cells: Span[] = [];
  let from = 0;
  for (let bar = text.indexOf('|'); bar !== -1; bar = text.indexOf('|', bar + 1)) {
    if (text.charCodeAt(bar - 1) === BACKSLASH) continue;
    cells.push(trimmed(text, from, bar));
    from = bar + 1;
  }
  cells.push(trimmed(text, from));
  const isEmpty = (cell: Span | undefined): boolean => cell !== undefined && cell.start >= cell.end;
  if (isEmpty(cells[0])) cells.shift();
  if (isEmpty(cells.at(-1))) cells.pop();
  return cells;
};

const BACKSLASH = 92;
const DASH = 45;

/**
 * The fields of a table: a row with a known label and its value (`| Effort | 2h |`), or a column with a label above its
 * values, where the head has several labels or the rows say that its one label is a head.
 * @param rows head first, without the row of delimiters
 */
export const cellFields = (rows: readonly Row[], vocabulary: Vocabulary): readonly Field[] => {
  const [head, ...body] = rows;
  if (!head) return [];
  const labels = cellsOf(head).map((cell) => labelIn(head, cell, vocabulary));
  if (isHead(head, labels, body, vocabulary)) return body.flatMap((row) => columnFields(row, labels));
  let above: CellLabel | undefined;
  return rows.flatMap((row) => {
    const field = rowField(row, above, vocabulary);
    above = field;
    return field ? [field] : [];
  });
};

/** Begins like an id, or says that there is none. */
const STATES = /^[^\p{L}\p{N}]{0,8}(?:(?:achievements?[ ])?\d+\.\d|none\b)/iu;

/** Whether the first row names columns: by several labels, or by one above cells that state ids. */
const isHead = (
  head: Row,
  labels: readonly (CellLabel | undefined)[],
  body: readonly Row[],
  vocabulary: Vocabulary,
): boolean => {
  const known = labels.filter((label) => label !== undefined);
  if (known.length !== 1) return known.length > 1;
  const [name] = known.map((label) => label.name);
  if (name !== 'dependencies' && name !== 'blocks') return false;
  const at = labels.findIndex((label) => label !== undefined);
  const cells = body.map((row) => textsOf(row));
  const states = (row: readonly string[], column: number): boolean => STATES.test(row[column] ?? '');
  // what stands beside the ids of others is said of these
  if (at > 0) return cells.some((row) => states(row, at)) && !cells.some((row) => states(row, 0));
  const isLabelled = body.some((row) =>
    cellsOf(row)
      .slice(0, 1)
      .some((cell) => labelIn(row, cell, vocabulary)),
  );
  return !isLabelled && !states(textsOf(head), 1) && cells.some((row) => states(row, 0));
};

const textsOf = (row: Row): readonly string[] =>
  cellsOf(row).map(({ start, end }) => row.text.slice(start, end));

const columnFields = (row: Row, labels: readonly (CellLabel | undefined)[]): readonly Field[] =>
  cellsOf(row).flatMap((cell, at) => {
    const label = labels[at];
    return label ? [fieldOf(row, label, cell, cell.start)] : [];
  });

/** @param above the label of the row above, which goes on where the first cell is empty */
const rowField = (row: Row, above: CellLabel | undefined, vocabulary: Vocabulary): Field | undefined => {
  const cells = cellsOf(row).filter(
    ({ start, end }, at) => start < end || (at === 0 && !row.text.startsWith('||')),
  );
  const [first, value] = cells;
  if (!first || !value) return undefined;
  const label = first.start < first.end ? labelIn(row, first, vocabulary) : above;
  if (!label) return undefined;
  const isStating = label.name === 'dependencies' || label.name === 'blocks';
  const last = isStating
    ? cells.findLast(({ start, end }) => STATES.test(row.text.slice(start, end)))
    : undefined;
  const whole = last && last.start > value.start ? span(value.start, last.end) : value;
  return fieldOf(row, label, whole, first.start < first.end ? first.start : value.start);
};

/** Whether a line with bars in it may be a row that has a label: in its first cell, in the head in any. */
export const mayBeRow = (line: string, isHead: boolean, vocabulary: Vocabulary): boolean => {
  const second = line.indexOf('|', line.search(/[^|\s]|$/));
  const text = isHead || second === -1 ? line : line.slice(0, second);
  const row = { text, start: 0 };
  return cellsOf(row).some((cell) => labelIn(row, cell, vocabulary) !== undefined);
};

const LONGEST_LABEL = 40;
/** Marks of emphasis and a colon around a word. */
const MARKS = '*_`:：';

/** The known word that is all there is in a cell. */
const labelIn = ({ text }: Row, cell: Span, vocabulary: Vocabulary): CellLabel | undefined => {
  let { start, end } = cell;
  if (end - start > LONGEST_LABEL + MARKS.length) return undefined;
  while (start < end && MARKS.includes(text.charAt(start))) start++;
  while (end > start && MARKS.includes(text.charAt(end - 1))) end--;
  if (start === end || end - start > LONGEST_LABEL || text.charCodeAt(start) === DASH) return undefined;
  const label = text.slice(start, end);
  const name = vocabulary.nameOf(label);
  return name === 'other' && !soundsLikeDependencies(label) ? undefined : { name, label };
};

type CellLabel = Pick<Field, 'name' | 'label'>;

const fieldOf = ({ text, start }: Row, { label, name }: CellLabel, value: Span, from: number): Field => ({
  name,
  label,
  value: text.slice(value.start, value.end),
  valueSpan: span(start + value.start, start + value.end),
  block: span(start + from, start + value.end),
  form: 'cell',
});
