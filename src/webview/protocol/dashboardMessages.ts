import { isFlag, isNumber, isText, listOf, oneOf, shapeOf } from '../../shared/shape';

/** A column of the dashboard. */
export interface DashboardColumnHead {
  readonly id: string;
  readonly title: string;
}

/** A plan as a row: one text per column, and what each column is sorted by, smallest first. */
export interface DashboardPageRow {
  /** URI of the plan. */
  readonly plan: string;
  readonly isFinished: boolean;
  readonly cells: readonly string[];
  readonly keys: readonly (string | number)[];
}

/** What the extension sends: everything there is to show. */
export interface DashboardMessage {
  readonly type: 'dashboard';
  readonly columns: readonly DashboardColumnHead[];
  readonly rows: readonly DashboardPageRow[];
}

/** What the page asks for: its content, a plan, its graph, what to do in it, or the shown rows as Markdown. */
export type DashboardRequest =
  | { readonly type: 'ready' }
  | { readonly type: 'open' | 'graph' | 'whatNow'; readonly plan: string }
  | { readonly type: 'export'; readonly plans: readonly string[] };

/** What the page keeps across a reload. */
export interface DashboardState {
  /** The column that rows are sorted by; empty for the order of the extension. */
  readonly sortedBy: string;
  readonly isDescending: boolean;
  readonly filter: string;
  readonly showsFinished: boolean;
}

const isRow = shapeOf<DashboardPageRow>({
  plan: isText,
  isFinished: isFlag,
  cells: listOf(isText),
  keys: listOf((value): value is string | number => isText(value) || isNumber(value)),
});

export const isDashboardMessage = shapeOf<DashboardMessage>({
  type: oneOf('dashboard'),
  columns: listOf(shapeOf<DashboardColumnHead>({ id: isText, title: isText })),
  rows: listOf(isRow),
});

export const isDashboardState = shapeOf<DashboardState>({
  sortedBy: isText,
  isDescending: isFlag,
  filter: isText,
  showsFinished: isFlag,
});

const ABOUT_PLAN: ReadonlySet<unknown> = new Set(['open', 'graph', 'whatNow']);

/** Whether a message is one of a dashboard page. */
export const isDashboardRequest = (value: unknown): value is DashboardRequest => {
  const { type, plan, plans } = Object(value);
  if (type === 'ready') return true;
  return (ABOUT_PLAN.has(type) && isText(plan)) || (type === 'export' && listOf(isText)(plans));
};
