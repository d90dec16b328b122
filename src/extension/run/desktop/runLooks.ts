import { ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import { elapsedOf } from '../../../engine/run/elapsed';
import type { Usage } from '../../../engine/run/event';
import { isActive, isSatisfied, itemStateWords } from '../../../engine/run/itemState';
import { costWords } from '../../../engine/run/text/costWords';
import { commandText } from '../../../engine/run/text/dryRun';
import { elapsedWords } from '../../../engine/run/text/elapsed';
import { runStatusWords } from '../../../engine/run/text/statusWords';
import { addedUsage } from '../../../engine/run/usage';
import { printable } from '../../../engine/words/printable';
import { listed } from '../../../shared/listed';
import type { RunAttemptRow, RunItemRow, RunRow } from '../runNodes';
import { type AttemptNow, type ItemNow, isGoingOn, type Run } from '../runs';
import { stateIcon } from '../stateIcons';
import { tagsOfItem, tagsOfRun } from './runTags';

/** How a run stands, in words. */
export const runWords = ({ life, state }: Pick<Run, 'life' | 'state'>): string => {
  switch (life) {
    case 'running':
      return state.isStopping ? 'stopping' : 'running';
    case 'starting':
      return 'starting';
    case 'elsewhere':
      return 'running elsewhere';
    case 'left':
      return 'interrupted';
    default:
      return state.finished === undefined ? 'not started' : runStatusWords(state.finished);
  }
};

const some = (words: string | undefined): readonly string[] => (words === undefined ? [] : [words]);

/** How many items are done, of how many. */
export const doneOf = ({ items }: Pick<Run, 'items'>): { readonly done: number; readonly total: number } => ({
  done: items.filter(({ state }) => isSatisfied(state)).length,
  total: items.length,
});

interface RunRowLook {
  /** It began last of all. */
  readonly isLast: boolean;
  /** Where it belongs to, if another run has the same name. */
  readonly where: string | undefined;
  /** In milliseconds since 1970. */
  readonly now: number;
}

export const runItem = (node: RunRow, run: Run, { isLast, where, now }: RunRowLook): TreeItem => {
  const { done, total } = doneOf(run);
  const { startedAt = now, endedAt } = run.state;
  const words = [
    runWords(run),
    `${done}/${total}`,
    // how long it stood still is of no interest
    ...(isGoingOn(run) || endedAt !== undefined ? [elapsedWords((endedAt ?? now) - startedAt)] : []),
    ...some(costWords(usageOf(run))),
    ...some(where),
  ];
  const isOpen = isGoingOn(run) || isLast;
  const item = new TreeItem(
    run.name,
    isOpen ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed,
  );
  item.id = node.id;
  item.description = words.join(' · ');
  item.iconPath = iconOf(run);
  item.contextValue = ['run', ...tagsOfRun(run)].join(' ');
  item.tooltip = [
    `${run.name}: ${item.description}`,
    ...(run.problem === undefined ? [] : [run.problem]),
    `Executor: ${printable(run.head.executor)}, ${run.head.jobs} at a time`,
    run.head.land ? `Lands on ${printable(run.head.branch)}` : 'Lands nothing',
    ...run.head.gates.map((gate) => `Gate: ${printable(commandText(gate))}`),
  ].join('\n');
  const [stands = '', , ...others] = words;
  const said = [run.name, stands, `${done} of ${total} done`, ...others];
  item.accessibilityInformation = { label: said.join(', ') };
  return item;
};

const usageOf = ({ items }: Pick<Run, 'items'>): Usage | undefined =>
  items.reduce<Usage | undefined>(
    (sum, { record: { usage } }) => (usage ? addedUsage(sum, usage) : sum),
    undefined,
  );

const iconOf = ({ life, state, problem }: Run): ThemeIcon => {
  if (problem !== undefined) return icon('warning', 'list.warningForeground');
  if (life === 'running' || life === 'starting') return icon('sync~spin', 'charts.blue');
  if (life === 'elsewhere') return icon('remote', 'charts.blue');
  if (life === 'left') return icon('debug-disconnect', 'charts.yellow');
  switch (state.finished) {
    case 'success':
      return icon('pass-filled', 'testing.iconPassed');
    case 'failed':
      return icon('error', 'testing.iconFailed');
    case 'waiting':
      return icon('eye', 'charts.yellow');
    default:
      return icon('circle-slash', 'disabledForeground');
  }
};

const icon = (name: string, colour: string): ThemeIcon => new ThemeIcon(name, new ThemeColor(colour));

/** `now` in milliseconds since 1970. */
export const itemItem = (node: RunItemRow, run: Run, now: ItemNow, at: number): TreeItem => {
  const { record, waitsFor } = now;
  const stands = isUnwatched(run, now) ? 'interrupted' : now.state;
  const words = [
    ...(waitsFor.length > 0 ? [waitWords(now)] : [itemStateWords(stands)]),
    ...(record.attempt > 1 ? [`attempt ${record.attempt}`] : []),
    ...timeOf(now, run, at),
    ...some(costWords(record.usage)),
  ];
  const hasAttempts = record.attempt > 0;
  const item = new TreeItem(
    printable(`${now.id} ${now.title}`),
    hasAttempts ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None,
  );
  item.id = node.id;
  item.description = words.join(' · ');
  item.iconPath = stateIcon(stands);
  item.contextValue = ['item', ...tagsOfItem(run, now)].join(' ');
  item.tooltip = tooltipOf(now, words);
  item.accessibilityInformation = { label: `${printable(`${now.id} ${now.title}`)}, ${words.join(', ')}` };
  if (hasAttempts) item.command = openLog(node);
  return item;
};

const waitWords = ({ state, words, waitsFor }: ItemNow): string =>
  state === 'blocked'
    ? `blocked by ${listed(waitsFor.map(printable))}`
    : state === 'pending'
      ? `waits for ${listed(waitsFor.map(printable))}`
      : words;

/** Of what goes on until now, of what is over until its end; nobody knows for how long it goes on without a runner. */
const timeOf = ({ record }: ItemNow, { life }: Run, at: number): readonly string[] => {
  const elapsed = elapsedOf(record, life === 'left' ? (record.changedAt ?? at) : at);
  return elapsed === undefined ? [] : [elapsedWords(elapsed)];
};

/** Its runner is gone, so nobody watches it: it must not look as if somebody did. */
const isUnwatched = ({ life }: Run, { state }: ItemNow): boolean =>
  life === 'left' && (isActive(state) || state === 'landing');

const tooltipOf = ({ id, title, record }: ItemNow, words: readonly string[]): string => {
  const gates = (record.gates ?? []).map(({ command, ok, exit }) =>
    ok
      ? `✓ ${printable(commandText(command))}`
      : `✗ ${printable(commandText(command))} (exit code ${exit ?? '–'})`,
  );
  return [
    printable(`${id} ${title}`),
    words.join(' · '),
    ...(record.error === undefined ? [] : [firstLines(record.error)]),
    ...gates,
    ...(record.branch === undefined ? [] : [`Branch: ${printable(record.branch)}`]),
    ...(record.worktree === undefined ? [] : [`Worktree: ${printable(record.worktree)}`]),
    ...(record.landed === undefined ? [] : [`Landed as ${record.landed.slice(0, 12)}`]),
  ].join('\n');
};

const MOST_LINES = 12;

const firstLines = (text: string): string => text.split('\n').slice(0, MOST_LINES).map(printable).join('\n');

export const attemptItem = (
  node: RunAttemptRow,
  attempt: AttemptNow,
  isLast: boolean,
  at: number,
): TreeItem => {
  const { state, startedAt, changedAt, error } = attempt;
  const goesOn = isLast && (isActive(state) || state === 'landing');
  const item = new TreeItem(`Attempt ${attempt.attempt}`);
  item.id = node.id;
  item.description = [itemStateWords(state), elapsedWords((goesOn ? at : changedAt) - startedAt)].join(' · ');
  item.iconPath = stateIcon(state);
  item.contextValue = 'attempt';
  item.tooltip = [item.description, ...(error === undefined ? [] : [firstLines(error)])].join('\n');
  item.command = openLog(node);
  return item;
};

const openLog = ({ record, run, item, attempt }: RunItemRow | RunAttemptRow) => ({
  command: 'parallelPlans.openRunLog',
  title: 'Open Log',
  arguments: [{ record, run, item, ...(attempt === undefined ? {} : { attempt }) }],
});
