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
  const show: NoticeAction = { title: 'Show Runs', command: 'parallelPlans.runs.focus' };
  switch (kind) {
    case 'review':
      return item
        ? [
            ...of('Show Changes', 'parallelPlans.showRunDiff', item),
            ...of('Approve', 'parallelPlans.approveRun', item),
            ...of('Request Fixes', 'parallelPlans.fixRun', item),
          ]
        : [show];
    case 'work':
      return [...of('Open Worktree', 'parallelPlans.openRunWorktree', item), show];
    case 'conflict':
    case 'failed':
      return item
        ? [
            ...of('Open Log', 'parallelPlans.openRunLog', item),
            ...of('Retry', 'parallelPlans.retryRunItem', item),
          ]
        : [show];
    case 'finished':
      return [
        ...of('Show Report', 'parallelPlans.openRunReport', row),
        ...of('Retry', 'parallelPlans.retryRun', row),
      ];
    case 'left':
      return [...of('Resume', 'parallelPlans.resumeRun', row), show];
    case 'success':
      return [
        ...of('Show Report', 'parallelPlans.openRunReport', row),
        ...of('Merge…', 'parallelPlans.mergeRun', row),
      ];
  }
};
