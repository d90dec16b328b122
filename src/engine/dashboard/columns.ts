import { sentence } from '../../shared/sentence';
import { LIFECYCLES } from '../model/lifecycle';
import type { DashboardRow } from './dashboard';

/** The columns of the dashboard, in their order. */
export const DASHBOARD_COLUMNS = [
  'plan',
  'state',
  'tier',
  'priority',
  'progress',
  'ready',
  'waitsFor',
  'parent',
  'next',
] as const;
export type DashboardColumn = (typeof DASHBOARD_COLUMNS)[number];

export const COLUMN_TITLES: Readonly<Record<DashboardColumn, string>> = {
  plan: 'Plan',
  state: 'State',
  tier: 'Tier',
  priority: 'Priority',
  progress: 'Complete',
  ready: 'Ready',
  waitsFor: 'Waits for',
  parent: 'Parent',
  next: 'Next',
};

/** What stands in a cell; empty for nothing. */
export const cellText = (row: DashboardRow, column: DashboardColumn): string => {
  switch (column) {
    case 'plan':
      return row.name;
    case 'state':
      return sentence(row.state);
    case 'tier':
      return row.tier === null ? '' : String(row.tier);
    case 'priority':
      return row.priority ?? '';
    case 'progress':
      return `${row.complete}/${row.total}`;
    case 'ready':
      return row.ready === 0 ? '' : String(row.ready);
    case 'waitsFor':
      return row.waitsFor.join(', ');
    case 'parent':
      return row.parent ?? '';
    case 'next':
      return row.next ?? '';
  }
};

/** The columns in which any row says anything; those that say what every plan has are always there. */
export const columnsIn = (rows: readonly DashboardRow[]): readonly DashboardColumn[] =>
  DASHBOARD_COLUMNS.filter(
    (column) => ALWAYS.has(column) || rows.some((row) => cellText(row, column) !== ''),
  );

const ALWAYS: ReadonlySet<DashboardColumn> = new Set(['plan', 'state', 'tier', 'progress', 'ready', 'next']);

const PRIORITIES: readonly DashboardRow['priority'][] = ['CRITICAL', 'HIGH', 'MEDIUM', null, 'LOW'];

/** What a column is sorted by, smallest first: what matters most, and texts by their letters. What is empty is last. */
export const sortKey = (row: DashboardRow, column: DashboardColumn): number | string => {
  switch (column) {
    case 'state':
      return LIFECYCLES.indexOf(row.state);
    case 'tier':
      return row.tier ?? Number.MAX_SAFE_INTEGER;
    case 'priority':
      return PRIORITIES.indexOf(row.priority);
    case 'progress':
      return row.total === 0 ? -1 : row.complete / row.total;
    case 'ready':
      return -row.ready;
    default:
      return cellText(row, column).toLowerCase() || '\uFFFF';
  }
};
