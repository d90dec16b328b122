import type { Field } from '../model/achievement';
import { type Span, span } from '../model/text';
import { type Label, readLabel, trimmed } from './label';
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
  for (let at = 0; at <= text.length; at++) {
    const isEnd = at === text.length;
    if (!isEnd && text[at] === '\\') at++;
    else if (isEnd || text[at] === '|') {
      cells.push(trimmed(text, from, at));
      from = at + 1;
    }
  }
  const isEmpty = (cell: Span | undefined): boolean => cell !== undefined && cell.start >= cell.end;
  if (isEmpty(cells[0])) cells.shift();
  if (isEmpty(cells.at(-1))) cells.pop();
  return cells;
};

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

const columnFields = (row: Row, labels: readonly (Label | undefined)[]): readonly Field[] =>
  cellsOf(row).flatMap((cell, at) => {
    const label = labels[at];
    return label ? [fieldOf(row, label, cell, cell.start)] : [];
  });

const rowField = (row: Row, vocabulary: Vocabulary): readonly Field[] => {
  const [first, value] = cellsOf(row);
  const label = first && value && labelIn(row, first, vocabulary);
  return label ? [fieldOf(row, label, value, first.start)] : [];
};

/** The known word that is all there is in a cell. */
const labelIn = (row: Row, { start, end }: Span, vocabulary: Vocabulary): Label | undefined => {
  const text = row.text.slice(start, end).replace(/[:：]$/, '');
  const label = text === '' ? undefined : readLabel(`${text}:`, 0, vocabulary) ?? readLabel(text, 0, vocabulary);
  return label && label.name !== 'other' && label.value.start >= label.value.end ? label : undefined;
};

const fieldOf = ({ text, start }: Row, { label, name }: Label, value: Span, from: number): Field => ({
  name,
  label,
  value: text.slice(value.start, value.end),
  valueSpan: span(start + value.start, start + value.end),
  block: span(start + from, start + value.end),
  form: 'cell',
});
