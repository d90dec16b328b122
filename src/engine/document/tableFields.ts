import type { Field } from '../model/achievement';
import { type Span, span } from '../model/text';
import { trimmed } from './label';
import type { Vocabulary } from './vocabulary';

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
 * The fields of a table: a row with a known label and its value (`| Effort | 2h |`), or, where the head has several
 * labels, a column with a label above its value.
 * @param rows head first, without the row of delimiters
 */
export const cellFields = (rows: readonly Row[], vocabulary: Vocabulary): readonly Field[] => {
  const [head, ...body] = rows;
  if (!head) return [];
  const labels = cellsOf(head).map((cell) => labelIn(head, cell, vocabulary));
  if (labels.filter(Boolean).length > 1) return body.flatMap((row) => columnFields(row, labels));
  return rows.flatMap((row) => rowField(row, vocabulary));
};

const columnFields = (row: Row, labels: readonly (CellLabel | undefined)[]): readonly Field[] =>
  cellsOf(row).flatMap((cell, at) => {
    const label = labels[at];
    return label ? [fieldOf(row, label, cell, cell.start)] : [];
  });

const rowField = (row: Row, vocabulary: Vocabulary): readonly Field[] => {
  const [first, value] = cellsOf(row);
  const label = first && value && labelIn(row, first, vocabulary);
  return label ? [fieldOf(row, label, value, first.start)] : [];
};

/** Whether a line with bars in it may be a row that has a label: in its first cell, in the head in any. */
export const mayBeRow = (line: string, isHead: boolean, vocabulary: Vocabulary): boolean => {
  const second = line.indexOf('|', 1);
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
  return name === 'other' ? undefined : { name, label };
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
