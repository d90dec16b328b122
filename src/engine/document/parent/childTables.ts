import { ownText } from '../../../shared/ownText';
import type { ChildRow } from '../../facts/parentFacts';
import { readEffort } from '../estimate/effort';
import { cellsOf } from '../field/tableFields';
import type { ScannedLines } from '../markdown/lines';
import { stateIn } from '../plan/stateIn';
import { namesIn } from './documentNames';

const HEADS = {
  number: /^(?:#|no\.?|nr\.?|number|order)$/i,
  name: /^(?:child(?:ren)?(?:[ \t]+(?:gramma[ ]?)?plans?)?|(?:gramma[ ]?)?plans?|plan[ \t]+name|name)$/i,
  state: /^(?:status|state)$/i,
  effort: /^(?:(?:est(?:imated|\.)?[ \t]+)?(?:effort|time|hours)|estimate)$/i,
  progress: /^(?:progress|completion|complete|done|%[ \t]*complete)$/i,
  after: /^(?:dependenc(?:y|ies)|depends[ \t]+on|after|blocked[ \t]+by|prerequisites?)$/i,
} as const;

type Column = keyof typeof HEADS;

/** What stands further on in a cell says nothing of a child. */
const LONGEST_CELL = 300;

interface Cell {
  readonly text: string;
  readonly start: number;
}

/** Every row about a child, in tables whose heads have a column for children and one for what is said of them. */
export const readChildRows = (scan: ScannedLines): readonly ChildRow[] => {
  const rows: ChildRow[] = [];
  for (let line = 0; line < scan.kinds.length; line++) {
    if (!isRow(scan, line) || isRow(scan, line - 1)) continue;
    const columns = columnsOf(cellsAt(scan, line));
    const isAboutChildren =
      columns.name !== undefined &&
      (columns.state ?? columns.effort ?? columns.progress ?? columns.after) !== undefined;
    let order = 0;
    for (let at = line + 2; isAboutChildren && isRow(scan, at); at++) {
      const row = rowAt(scan, at, columns, order + 1);
      if (!row) continue;
      order++;
      rows.push(row);
    }
  }
  return rows;
};

const columnsOf = (heads: readonly Cell[]): Readonly<Partial<Record<Column, number>>> => {
  const columns: Partial<Record<Column, number>> = {};
  for (const [at, { text }] of heads.entries()) {
    const plain = text.replace(/[*_`]/g, '').trim();
    for (const column of Object.keys(HEADS) as Column[])
      if (HEADS[column].test(plain)) columns[column] ??= at;
  }
  return columns;
};

const NUMBERED = /\bPLAN[ \t]+(\d{1,3})\b/i;

const rowAt = (
  scan: ScannedLines,
  line: number,
  columns: Readonly<Partial<Record<Column, number>>>,
  order: number,
): ChildRow | undefined => {
  const cells = cellsAt(scan, line);
  const cell = (column: Column): string => cells[columns[column] ?? -1]?.text ?? '';
  const place = cells[columns.name ?? -1];
  const [named] = place ? namesIn(place.text) : [];
  if (!place || !named) return undefined;
  const start = scan.index.startOf(line) + place.start + named.span.start;
  const numbered = NUMBERED.exec(place.text)?.[1] ?? /^\D{0,4}(\d{1,3})\b/.exec(cell('number'))?.[1];
  const state = stateIn(cell('state'));
  return {
    kind: named.kind,
    name: ownText(named.name),
    span: { start, end: start + named.span.end - named.span.start },
    line: line + 1,
    number: numbered === undefined ? order : Number(numbered),
    state,
    progress: progressIn(cell('progress')) ?? progressIn(cell('state')),
    effort: readEffort(cell('effort')),
    after: namedIn(cell('after')).map(ownText),
  };
};

/** `87.5 %`, `3/8`, `3 of 8`; undefined for everything else. */
export const progressIn = (text: string): number | undefined => {
  const [, percent] = /(\d{1,3}(?:[.,]\d{1,3})?)[ \t]?%/.exec(text) ?? [];
  if (percent !== undefined) return Math.min(1, Number(percent.replace(',', '.')) / 100);
  const [, complete, total] = /(\d{1,4})[ \t]*(?:\/|of)[ \t]*(\d{1,4})/.exec(text) ?? [];
  return Number(total) > 0 ? Math.min(1, Number(complete) / Number(total)) : undefined;
};

const NONE: ReadonlySet<string> = new Set(['', 'none', 'nothing', 'no', 'na']);
/** What is complete already, and remarks. */
const REMARK = /\([^()]*\)/g;

/** Items of a cell: `PLAN 1, 4`, `Observability (foundation)`, `All above`. */
const namedIn = (cell: string): readonly string[] =>
  cell
    .replace(REMARK, '')
    .split(/[,;+&]|\band\b/)
    .map((part) => part.replace(/[^\p{L}\p{N}_ .#/-]/gu, '').trim())
    .filter((part) => !NONE.has(part.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase()));

const isRow = (scan: ScannedLines, line: number): boolean =>
  line >= 0 && scan.kinds[line] === 'text' && scan.textOf(line).includes('|');

const cellsAt = (scan: ScannedLines, line: number): readonly Cell[] => {
  const text = scan.textOf(line);
  return cellsOf({ text, start: 0 }).map(({ start, end }) => ({
    text: text.slice(start, Math.min(end, start + LONGEST_CELL)),
    start,
  }));
};
