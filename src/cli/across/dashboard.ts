import { COLUMN_TITLES, cellText, columnsIn } from '../../engine/dashboard/columns';
import { type DashboardRow, dashboardOf } from '../../engine/dashboard/dashboard';
import { dashboardMarkdown } from '../../engine/dashboard/dashboardMarkdown';
import { tiersOf } from '../../engine/links/tiers';
import { toJson } from '../../shared/toJson';
import { type Paint, painter } from '../terminal/style';
import type { Terminal } from '../terminal/terminal';
import { type AskedStates, inStates, leftOutLine, noneAskedLine } from '../workspace/stateOption';
import { exitCodeOf, pathIn, type Workspace } from '../workspace/workspace';

export type DashboardFormat = 'text' | 'json' | 'markdown';

/** `dashboard`: every plan as a row of one table, by tier. */
export const dashboard = (
  terminal: Terminal,
  all: Workspace,
  format: DashboardFormat,
  states?: AskedStates,
): number => {
  const workspace = inStates(all, states, false);
  const shown = new Set(workspace.plans.map(({ uri }) => uri));
  const { known: plans } = workspace;
  const rows = dashboardOf({ plans, tiers: () => tiersOf(plans), families: workspace.families }).filter(
    ({ plan }) => shown.has(plan),
  );
  if (format === 'json')
    terminal.out(
      toJson({ plans: rows.map(({ plan, ...row }) => ({ path: pathIn(workspace, plan), ...row })) }),
    );
  else if (format === 'markdown') terminal.out(dashboardMarkdown(rows).trimEnd());
  else {
    const text = noneAskedLine(all, workspace, states) ?? tableText(rows, painter(terminal));
    terminal.out([text, ...leftOutLine(all, workspace, states)].join('\n\n'));
  }
  return exitCodeOf(workspace);
};

const tableText = (rows: readonly DashboardRow[], paint: Paint): string => {
  if (rows.length === 0) return 'No plans found.';
  const columns = columnsIn(rows);
  const lines = [
    columns.map((column) => COLUMN_TITLES[column]),
    ...rows.map((row) => columns.map((column) => cellText(row, column))),
  ];
  const widths = columns.map((_, at) => Math.max(...lines.map((line) => line[at]?.length ?? 0)));
  return lines
    .map((line, at) => {
      const text = line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd();
      return at === 0 ? paint('bold', text) : text;
    })
    .join('\n');
};
