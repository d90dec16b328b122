import { counted } from '../../shared/counted';
import { html, setText } from '../kit/dom';
import { wordButton } from '../kit/wordButton';
import {
  type DashboardColumnHead,
  type DashboardMessage,
  type DashboardPageRow,
  type DashboardRequest,
  type DashboardState,
  isDashboardState,
} from '../protocol/dashboardMessages';
import { rowsShown } from './rows';

export interface DashboardKeeper {
  getState(): unknown;
  setState(state: DashboardState): void;
}

interface DashboardNeeds {
  readonly post: (message: DashboardRequest) => void;
  readonly keeper: DashboardKeeper;
}

const NEW: DashboardState = { sortedBy: '', isDescending: false, filter: '', showsFinished: false };

/** The page with all plans as a table: sorted by its heads, filtered by words, walked through with the arrow keys. */
export const createDashboardPage = (body: HTMLElement, { post, keeper }: DashboardNeeds) => {
  const stored = keeper.getState();
  let state = isDashboardState(stored) ? stored : NEW;
  let content: DashboardMessage = { type: 'dashboard', columns: [], rows: [] };
  let shown: readonly DashboardPageRow[] = [];

  const filter = html('input', 'dashboard-filter');
  filter.type = 'search';
  filter.placeholder = 'Filter (/): words, or tier:0';
  filter.setAttribute('aria-label', 'Filter plans');
  filter.value = state.filter;
  const finished = wordButton('Finished plans', () => change({ showsFinished: !state.showsFinished }));
  const exported = wordButton('Open as Markdown', () =>
    post({ type: 'export', plans: shown.map(({ plan }) => plan) }),
  );
  const count = html('span', 'dashboard-count');
  count.setAttribute('role', 'status');
  const bar = html('header', 'dashboard-bar');
  bar.append(html('h1', 'dashboard-title', 'Plans'), filter, finished, exported, count);
  const table = html('table', 'dashboard-table');
  const main = html('main', 'dashboard');
  main.append(table);
  body.replaceChildren(bar, main);

  const change = (part: Partial<DashboardState>): void => {
    state = { ...state, ...part };
    keeper.setState(state);
    draw();
  };

  const draw = (): void => {
    const { columns, rows } = content;
    shown = rowsShown(columns, rows, state);
    finished.setAttribute('aria-pressed', String(state.showsFinished));
    setText(count, `${shown.length} of ${counted(rows.length, 'plan')}`);
    const focused = focusedPlan();
    const head = html('thead', '');
    const heads = html('tr', '');
    heads.append(...columns.map(headCell));
    head.append(heads);
    const rowsOfPlans = html('tbody', '');
    rowsOfPlans.append(...shown.map(planRow));
    table.replaceChildren(head, rowsOfPlans);
    if (focused !== undefined) buttonOf(focused)?.focus();
  };

  const headCell = ({ id, title }: DashboardColumnHead): HTMLElement => {
    const cell = html('th', '');
    cell.scope = 'col';
    const isSorted = state.sortedBy === id;
    if (isSorted) cell.setAttribute('aria-sort', state.isDescending ? 'descending' : 'ascending');
    const button = html('button', 'dashboard-head', title);
    button.type = 'button';
    button.dataset.column = id;
    button.addEventListener('click', () => {
      change({ sortedBy: id, isDescending: isSorted && !state.isDescending });
      table.querySelector<HTMLElement>(`[data-column="${id}"]`)?.focus();
    });
    cell.append(button);
    return cell;
  };

  const planRow = (row: DashboardPageRow): HTMLElement => {
    const element = html('tr', row.isFinished ? 'is-finished' : '');
    element.append(
      ...row.cells.map((text, at) => {
        const cell = html(at === 0 ? 'th' : 'td', '');
        const column = content.columns[at]?.id ?? '';
        cell.dataset.cell = column;
        if (at === 0) {
          cell.setAttribute('scope', 'row');
          cell.append(planButton(row, text));
        } else cell.textContent = text;
        return cell;
      }),
    );
    return element;
  };

  const planButton = ({ plan }: DashboardPageRow, text: string): HTMLElement => {
    const button = html('button', 'dashboard-plan', text);
    button.type = 'button';
    button.title = 'Enter: open the PLAN. G: its graph. W: what to do now';
    button.dataset.plan = plan;
    button.addEventListener('click', () => post({ type: 'open', plan }));
    return button;
  };

  const buttons = (): readonly HTMLElement[] => [...table.querySelectorAll<HTMLElement>('[data-plan]')];
  const buttonOf = (plan: string) => buttons().find((each) => each.dataset.plan === plan);
  const focusedPlan = (): string | undefined =>
    document.activeElement instanceof HTMLElement ? document.activeElement.dataset.plan : undefined;

  const step = (by: number): void => {
    const all = buttons();
    const plan = focusedPlan();
    const at = all.findIndex((each) => each.dataset.plan === plan);
    all[Math.max(0, Math.min(all.length - 1, at + by))]?.focus();
  };

  /** Does what a key is for; false for one that is for nothing. */
  const follow = (key: string, plan: string | undefined): boolean => {
    if (key === 'ArrowDown') step(1);
    else if (key === 'ArrowUp') step(-1);
    else if (key === 'Home') step(Number.NEGATIVE_INFINITY);
    else if (key === 'End') step(Number.POSITIVE_INFINITY);
    else if (key === '/') filter.focus();
    else if (plan === undefined) return false;
    else if (key === 'g') post({ type: 'graph', plan });
    else if (key === 'w') post({ type: 'whatNow', plan });
    else return false;
    return true;
  };
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const isTyping = event.target === filter;
    if (isTyping && event.key === 'Escape') {
      filter.value = '';
      change({ filter: '' });
      return;
    }
    if (isTyping && event.key !== 'ArrowDown') return;
    if (follow(event.key, focusedPlan())) event.preventDefault();
  });
  filter.addEventListener('input', () => change({ filter: filter.value }));

  return {
    /** Shows what the extension sent; whoever has the focus keeps it. */
    receive: (message: DashboardMessage): void => {
      content = message;
      draw();
    },
  };
};
