import { commands, l10n, window } from 'vscode';
import { printable } from '../../../engine/words/printable';
import type { RunItemRow, RunNode, RunRow } from '../runNodes';
import type { RunCommand } from '../runPlatform';
import type { Run } from '../runs';
import { itemsOf, type Notice } from './notices';
import { doneOf } from './runLooks';

/** Something to do about a notice. */
interface Action {
  readonly title: string;
  readonly command:
    | `parallelPlans.${RunCommand}`
    | 'parallelPlans.openRunLog'
    | 'parallelPlans.openRunReport'
    | 'parallelPlans.runs.focus';
  readonly node?: RunNode;
}

/** Says what a person is needed for, with what can be done about it. */
export const tellNotice = (run: Run, notice: Notice): void => {
  const message = printable(wordsOf(run, notice));
  const actions = actionsFor(run, notice);
  const show =
    notice.kind === 'success' || notice.kind === 'review' || notice.kind === 'work'
      ? window.showInformationMessage
      : window.showWarningMessage;
  show(message, ...actions.map(({ title }) => title)).then(
    (answer) => {
      const chosen = actions.find(({ title }) => title === answer);
      if (chosen) void commands.executeCommand(chosen.command, ...(chosen.node ? [chosen.node] : []));
    },
    () => undefined,
  );
};

const wordsOf = (run: Run, notice: Notice): string => {
  const { name } = run;
  const items = itemsOf(notice);
  const error = notice.error?.split('\n', 1)[0];
  switch (notice.kind) {
    case 'review':
      return l10n.t('{0}: {1} waits for your review.', name, items);
    case 'work':
      return l10n.t('{0}: {1} waits for your work.', name, items);
    case 'conflict':
      return withReason(l10n.t('{0}: {1} conflicts with what landed.', name, items), error);
    case 'failed':
      return withReason(l10n.t('{0}: {1} failed.', name, items), error);
    case 'finished':
      return endWords(run, notice);
    case 'left':
      return l10n.t('{0} was interrupted: nobody goes on with it.', name);
    case 'success':
      return l10n.t('{0} is done: {1} of {2} have landed or were done before.', name, ...counts(run));
  }
};

const counts = (run: Run): [number, number] => {
  const { done, total } = doneOf(run);
  return [done, total];
};

const endWords = (run: Run, notice: Notice): string => {
  if (run.state.baseline === false) {
    return l10n.t('{0} did not start: its gates are red before any work.', run.name);
  }
  const blocked = run.items.filter(({ state }) => state === 'blocked').length;
  return [
    l10n.t('{0} finished with failures: {1} of {2} done', run.name, ...counts(run)),
    ...(notice.items.length > 0 ? [l10n.t('{0} failed', itemsOf(notice))] : []),
    ...(blocked > 0 ? [l10n.t('{0} blocked', blocked)] : []),
  ].join(', ');
};

const withReason = (words: string, reason: string | undefined): string =>
  reason === undefined ? words : `${words} ${reason}`;

const actionsFor = (run: Run, { kind, items }: Notice): readonly Action[] => {
  const row: RunRow = { kind: 'run', id: run.record, record: run.record, run: run.name };
  const [first] = items;
  const item: RunItemRow | undefined =
    first === undefined || items.length > 1
      ? undefined
      : { kind: 'item', id: `${run.record}/${first}`, record: run.record, run: run.name, item: first };
  const show: Action = { title: l10n.t('Show Runs'), command: 'parallelPlans.runs.focus' };
  switch (kind) {
    case 'review':
      return item
        ? [
            { title: l10n.t('Show Changes'), command: 'parallelPlans.showRunDiff', node: item },
            { title: l10n.t('Approve'), command: 'parallelPlans.approveRun', node: item },
            { title: l10n.t('Request Fixes'), command: 'parallelPlans.fixRun', node: item },
          ]
        : [show];
    case 'work':
      return item
        ? [{ title: l10n.t('Open Worktree'), command: 'parallelPlans.openRunWorktree', node: item }, show]
        : [show];
    case 'conflict':
    case 'failed':
      return item
        ? [
            { title: l10n.t('Open Log'), command: 'parallelPlans.openRunLog', node: item },
            { title: l10n.t('Try Again'), command: 'parallelPlans.retryRunItem', node: item },
          ]
        : [show];
    case 'finished':
      return [
        { title: l10n.t('Show Report'), command: 'parallelPlans.openRunReport', node: row },
        { title: l10n.t('Try Again'), command: 'parallelPlans.retryRun', node: row },
      ];
    case 'left':
      return [{ title: l10n.t('Go On'), command: 'parallelPlans.resumeRun', node: row }, show];
    case 'success':
      return [
        { title: l10n.t('Show Report'), command: 'parallelPlans.openRunReport', node: row },
        { title: l10n.t('Merge…'), command: 'parallelPlans.mergeRun', node: row },
      ];
  }
};
