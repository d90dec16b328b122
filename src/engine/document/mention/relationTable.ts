import type { PlanRelation } from '../../facts/planSays';
import type { Span } from '../../model/text';
import { cellsOf } from '../field/tableFields';
import type { ScannedLines } from '../markdown/lines';
import { relationOfBoth, relationOfKind } from './planRelation';

const KIND = /^[^\p{L}]*(?:dependency[ ])?(?:type|kind)[^\p{L}]*$/iu;
const RELATIONSHIP = /^[^\p{L}]*(?:relationship|relation|link|dependency)[^\p{L}]*$/iu;

/** What the row of a table says of the plan that stands in one of its cells. */
export type RowRelation = (line: number, name: Span) => PlanRelation | undefined;

/** A cell that says something of a relation. */
interface SayingCell extends Span {
  readonly says: PlanRelation | undefined;
}

/** Where a table says something of relations: indices of its columns, -1 for none. */
interface Columns {
  readonly kind: number;
  readonly relationship: number;
}

interface ReadRow {
  readonly line: number;
  /** Of its table; undefined for what is no row. */
  readonly columns: Columns | undefined;
  readonly says: readonly (SayingCell | undefined)[];
}

/**
 * Reads rows by the heads of their columns, which say where the kind of a relation stands. Answers undefined for what is
 * no row and for a table without such a column. The lines it is asked for must not fall; each is read once.
 */
export const rowRelations = (scan: ScannedLines): RowRelation => {
  let last: ReadRow = { line: -1, columns: undefined, says: [] };
  const read = (line: number): ReadRow => {
    if (!isRow(scan, line)) return { line, columns: undefined, says: [] };
    let head = line;
    while (head - 1 > last.line && isRow(scan, head - 1)) head--;
    const isSameTable = head - 1 === last.line && last.columns !== undefined;
    const columns = isSameTable && last.columns ? last.columns : columnsOf(scan.textOf(head));
    if (head === line && !isSameTable) return { line, columns, says: [] };
    const cells = cellsIn(scan.textOf(line));
    const says = [columns.kind, columns.relationship].map((column): SayingCell | undefined => {
      const cell = cells[column];
      return cell && { start: cell.start, end: cell.end, says: relationOfKind(cell.text) };
    });
    return { line, columns, says };
  };
  return (line, name) => {
    if (last.line !== line) last = read(line);
    const [kind, relationship] = last.says.map((cell) =>
      cell && !(cell.start <= name.start && name.start < cell.end) ? cell.says : undefined,
    );
    return relationOfBoth(kind, relationship);
  };
};

const columnsOf = (head: string): Columns => {
  const heads = cellsIn(head).map(({ text }) => text);
  const column = (words: RegExp): number => heads.findIndex((each) => words.test(each));
  return { kind: column(KIND), relationship: column(RELATIONSHIP) };
};

const isRow = (scan: ScannedLines, line: number): boolean =>
  line >= 0 && scan.kinds[line] === 'text' && scan.textOf(line).includes('|');

const cellsIn = (row: string): readonly (Span & { readonly text: string })[] =>
  cellsOf({ text: row, start: 0 }).map(({ start, end }) => ({ start, end, text: row.slice(start, end) }));
