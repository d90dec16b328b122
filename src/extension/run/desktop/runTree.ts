import { EventEmitter, type TreeDataProvider, TreeItem, type TreeView, workspace } from 'vscode';
import { type Disposable, DisposableStore } from '../../../shared/dispose';
import type { RunAttemptRow, RunItemRow, RunNode, RunRow } from '../runNodes';
import { isGoingOn, type Run, type Runs } from '../runs';
import { attemptItem, itemItem, runItem } from './runLooks';

export interface RunTree extends TreeDataProvider<RunNode>, Disposable {
  /** The row of a run; undefined where it is gone. */
  rowOf(record: string): RunRow | undefined;
}

/** How often times are told anew while something goes on and the view is seen. */
const TICK_MS = 5_000;
/** A run of many items is shown anew no more often than this, for all of its rows are asked for again. */
const MANY = 300;
const MANY_MS = 1_000;

/** Runs, their items, and the attempts at these. */
export const createRunTree = (runs: Runs, view: Pick<TreeView<RunNode>, 'visible'>): RunTree => {
  const store = new DisposableStore();
  const changes = store.add(new EventEmitter<RunNode | undefined>());
  const rows = new Map<string, RunRow>();
  const later = new Map<string, NodeJS.Timeout>();

  const runOf = (record: string): Run | undefined => runs.all.find((run) => run.record === record);
  const rowOf = ({ record, name }: Pick<Run, 'record' | 'name'>): RunRow => {
    const row = rows.get(record) ?? { kind: 'run', id: record, record, run: name };
    rows.set(record, row);
    return row;
  };

  /** Plans of several folders may have the same name. */
  const whereOf = (run: Run): string | undefined =>
    runs.all.some(({ name, home }) => name === run.name && home !== run.home)
      ? workspace.asRelativePath(run.home)
      : undefined;

  const show = (run: Run): void => {
    if (run.items.length <= MANY || !isGoingOn(run)) changes.fire(rowOf(run));
    else if (!later.has(run.record)) {
      const timer = setTimeout(() => {
        later.delete(run.record);
        changes.fire(rowOf(run));
      }, MANY_MS);
      later.set(run.record, timer);
    }
  };

  let shown: readonly string[] = [];
  store.add(
    runs.onDidChange((changed) => {
      const now = runs.all.map(({ record }) => record);
      const isSame = now.join('\n') === shown.join('\n');
      shown = now;
      if (!isSame) changes.fire(undefined);
      else for (const run of changed) show(run);
    }),
  );
  const timer = setInterval(() => {
    if (view.visible) for (const run of runs.all) if (isGoingOn(run)) show(run);
  }, TICK_MS);
  store.add({
    dispose: () => {
      clearInterval(timer);
      for (const each of later.values()) clearTimeout(each);
    },
  });

  const itemRows = (run: Run): readonly RunItemRow[] =>
    run.items.map(({ id }) => ({
      kind: 'item',
      id: `${run.record}/${id}`,
      record: run.record,
      run: run.name,
      item: id,
    }));
  const attemptRows = (run: Run, { id, record, run: name, item }: RunItemRow): readonly RunAttemptRow[] =>
    run.attemptsOf(item).map(({ attempt }) => ({
      kind: 'attempt',
      id: `${id}#${attempt}`,
      record,
      run: name,
      item,
      attempt,
    }));

  return {
    onDidChangeTreeData: changes.event,
    getChildren: (node) => {
      if (!node) return runs.all.map(rowOf);
      const run = runOf(node.record);
      if (!run || node.kind === 'attempt') return [];
      return [...(node.kind === 'run' ? itemRows(run) : attemptRows(run, node))];
    },
    getTreeItem: (node) => {
      const run = runOf(node.record);
      const at = Date.now();
      if (run && node.kind === 'run') {
        return runItem(node, run, { isLast: run === runs.all[0], where: whereOf(run), now: at });
      }
      const item = node.kind === 'run' ? undefined : run?.itemOf(node.item);
      // a run whose record was removed is gone with the next look
      if (!run || !item || node.kind === 'run') return new TreeItem(node.run);
      if (node.kind === 'item') return itemItem(node, run, item, at);
      const attempt = run.attemptsOf(node.item).find((each) => each.attempt === node.attempt);
      return attempt
        ? attemptItem(node, attempt, attempt.attempt === item.record.attempt, at)
        : new TreeItem(node.run);
    },
    getParent: () => undefined,
    rowOf: (record) => {
      const run = runOf(record);
      return run && rowOf(run);
    },
    dispose: () => store.dispose(),
  };
};
