import { l10n } from 'vscode';
import type { RunItemRow, RunNode, RunRow } from '../runNodes';
import type { RunCommand } from '../runPlatform';
import type { Run } from '../runs';
import type { Notice } from './notices';

/** Something to do about a notice. */
export interface NoticeAction {
  readonly title: string;
  readonly command:
    | `parallelPlans.${RunCommand}`
    | 'parallelPlans.openRunLog'
    | 'parallelPlans.openRunReport'
    | 'parallelPlans.runs.focus';
  readonly node?: RunNode;
}

/** What can be done about a notice, most likely first. */
export const noticeActions = (run: Run, { kind, items }: Notice): readonly NoticeAction[] => {
  const row: RunRow = { kind: 'run', id: run.record, record: run.record, run: run.name };
  const [first] = items;
  const item: RunItemRow | undefined =
    first === undefined || items.length > 1
      ? undefined
      : { kind: 'item', id: `${run.record}/${first}`, record: run.record, run: run.name, item: first };
  const of = (title: string, command: NoticeAction['command'], node?: RunNode): readonly NoticeAction[] =>
    node ? [{ title, command, node }] : [];
  const show: NoticeAction = { title: l10n.t('Show Runs'), command: 'parallelPlans.runs.focus' };
  switch (kind) {
    case 'review':
      return item
        ? [
            ...of(l10n.t('Show Changes'), 'parallelPlans.showRunDiff', item),
            ...of(l10n.t('Approve'), 'parallelPlans.approveRun', item),
            ...of(l10n.t('Request Fixes'), 'parallelPlans.fixRun', item),
          ]
        : [show];
    case 'work':
      return [...of(l10n.t('Open Worktree'), 'parallelPlans.openRunWorktree', item), show];
    case 'conflict':
    case 'failed':
      return item
        ? [
            ...of(l10n.t('Open Log'), 'parallelPlans.openRunLog', item),
            ...of(l10n.t('Retry'), 'parallelPlans.retryRunItem', item),
          ]
        : [show];
    case 'finished':
      return [
        ...of(l10n.t('Show Report'), 'parallelPlans.openRunReport', row),
        ...of(l10n.t('Retry'), 'parallelPlans.retryRun', row),
      ];
    case 'left':
      return [...of(l10n.t('Resume'), 'parallelPlans.resumeRun', row), show];
    case 'success':
      return [
        ...of(l10n.t('Show Report'), 'parallelPlans.openRunReport', row),
        ...of(l10n.t('Merge…'), 'parallelPlans.mergeRun', row),
      ];
  }
};
