import type { DashboardColumnHead, DashboardPageRow, DashboardState } from '../protocol/dashboardMessages';

/**
 * The rows that a person wants to see, in the order they want: each word of the filter stands in a cell, `column:word`
 * in the cell of that column. Rows that are equal keep their order.
 */
export const rowsShown = (
  columns: readonly DashboardColumnHead[],
  rows: readonly DashboardPageRow[],
  { sortedBy, isDescending, filter, showsFinished }: DashboardState,
): readonly DashboardPageRow[] => {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = rows.filter(
    (row) => (showsFinished || !row.isFinished) && words.every((word) => matches(columns, row, word)),
  );
  const at = columns.findIndex(({ id }) => id === sortedBy);
  if (at === -1) return shown;
  const turn = isDescending ? -1 : 1;
  return [...shown].sort((one, other) => turn * compare(one.keys[at] ?? '', other.keys[at] ?? ''));
};

const matches = (
  columns: readonly DashboardColumnHead[],
  { cells }: DashboardPageRow,
  word: string,
): boolean => {
  const [, column, rest] = /^([^:]+):(.+)$/.exec(word) ?? [];
  const at = columns.findIndex(
    ({ id, title }) => id.toLowerCase() === column || title.toLowerCase() === column,
  );
  if (at !== -1 && rest !== undefined) return (cells[at] ?? '').toLowerCase().includes(rest);
  return cells.some((cell) => cell.toLowerCase().includes(word));
};

const compare = (one: string | number, other: string | number): number =>
  typeof one === 'number' && typeof other === 'number'
    ? one - other
    : String(one).localeCompare(String(other), 'en', { numeric: true });
