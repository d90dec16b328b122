import { escapeMarkdown } from '../words/markdown';
import { COLUMN_TITLES, cellText, columnsIn } from './columns';
import type { DashboardRow } from './dashboard';

/** The dashboard as a Markdown table with a title, in the order of the rows. Nothing in it is markup of a document. */
export const dashboardMarkdown = (rows: readonly DashboardRow[]): string => {
  const columns = columnsIn(rows);
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const cells = (row: DashboardRow) => columns.map((column) => escapeMarkdown(cellText(row, column)));
  const table = [
    line(columns.map((column) => COLUMN_TITLES[column])),
    line(columns.map((column) => (NUMBERS.has(column) ? '---:' : '---'))),
    ...rows.map((row) => line(cells(row))),
  ];
  return ['# Plans', '', ...(rows.length === 0 ? ['No plans.'] : table), ''].join('\n');
};

const NUMBERS: ReadonlySet<string> = new Set(['tier', 'progress', 'ready']);
