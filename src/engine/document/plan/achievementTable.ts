import type { AchievementId } from '../../model/ids';
import { cellsOf } from '../field/tableFields';
import type { ScannedLines } from '../markdown/lines';

const ID_HEAD =
  /^[^\p{L}\p{N}#]*(?:id|#|no\.?|nr\.?|number|ach\.?|achievements?(?:[ ](?:id|no\.?|#))?)[^\p{L}\p{N}]*$/iu;
/** A quick look whether any cell of a head begins like that. */
const MAY_HEAD = /(?:^|\|)[^\p{L}\p{N}#|]*(?:id|#|n[oru]|ach)/iu;
const ID = /^[^\p{L}\p{N}]*(?:achievement\s+)?(\d+(?:\.\d+)+)[^\p{L}\p{N}]*$/iu;

/** The ids in the column of ids of a table, whose head is a zero-based line; none where it has no such column. */
export const idsInTable = (scan: ScannedLines, head: number): readonly AchievementId[] => {
  const text = scan.textOf(head);
  if (!MAY_HEAD.test(text)) return [];
  const first = cellTexts(text);
  const column = first.findIndex((cell) => ID_HEAD.test(cell));
  if (column === -1 || first.length < 2) return [];
  const ids: AchievementId[] = [];
  for (let line = head + 2; scan.kinds[line] === 'text' && scan.textOf(line).includes('|'); line++) {
    const id = ID.exec(cellTexts(scan.textOf(line))[column] ?? '')?.[1];
    if (id !== undefined) ids.push(id);
  }
  return ids;
};

const cellTexts = (text: string): readonly string[] =>
  cellsOf({ text, start: 0 }).map(({ start, end }) => text.slice(start, end));

const CELL_ID =
  /^[ \t]*(?:<tr[^<>]*>[ \t]*)?<t[dh][^<>]*>(?:[ \t]*<[a-z]+>)?[ \t]*(?:achievement[ \t]+)?(\d+(?:\.\d+)+)[ \t]*</i;

/** The ids in first cells of tables that are written with tags: each table with its first line that has one. */
export const idsInTags = (
  scan: ScannedLines,
): readonly { readonly line: number; readonly ids: () => readonly AchievementId[] }[] => {
  const tables: { readonly line: number; last: number; readonly found: AchievementId[] }[] = [];
  for (const line of scan.tags) {
    const id = CELL_ID.exec(scan.textOf(line).slice(0, LONGEST_CELL))?.[1];
    const table = tables.at(-1);
    if (table?.last === line - 1) table.last = line;
    if (id === undefined) continue;
    if (table?.last === line) table.found.push(id);
    else tables.push({ line, last: line, found: [id] });
  }
  return tables.map(({ line, found }) => ({ line, ids: () => found }));
};

const LONGEST_CELL = 500;
