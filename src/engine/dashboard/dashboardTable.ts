import type { Snapshot } from '../snapshot';
import { COLUMN_TITLES, cellText, columnsIn, type DashboardColumn, sortKey } from './columns';
import { dashboardOf } from './dashboard';
import { dashboardMarkdown } from './dashboardMarkdown';

type Plans = Parameters<typeof dashboardOf>[0];

/** The dashboard as texts: a head per column, a row per plan with what each column is sorted by, smallest first. */
export interface DashboardTable {
  readonly columns: readonly { readonly id: DashboardColumn; readonly title: string }[];
  readonly rows: readonly {
    /** URI of the plan. */
    readonly plan: string;
    readonly isFinished: boolean;
    readonly cells: readonly string[];
    readonly keys: readonly (string | number)[];
  }[];
}

/** What a view needs of the dashboard; loaded with the engine. */
export interface Dashboard {
  tableOf(snapshot: Snapshot): DashboardTable;
  /** These plans in this order. */
  markdownOf(snapshot: Snapshot, plans: readonly string[]): string;
}

const tableOf = (plans: Plans): DashboardTable => {
  const rows = dashboardOf(plans);
  const columns = columnsIn(rows);
  return {
    columns: columns.map((id) => ({ id, title: COLUMN_TITLES[id] })),
    rows: rows.map((row) => ({
      plan: row.plan,
      isFinished: row.isFinished,
      cells: columns.map((column) => cellText(row, column)),
      keys: columns.map((column) => sortKey(row, column)),
    })),
  };
};

const markdownOf = (all: Plans, plans: readonly string[]): string => {
  const rows = new Map(dashboardOf(all).map((row) => [row.plan, row]));
  return dashboardMarkdown(plans.flatMap((plan) => rows.get(plan) ?? []));
};

export const dashboard: Dashboard = { tableOf, markdownOf };
