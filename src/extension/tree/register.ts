import { l10n, type TreeView, window } from 'vscode';
import type { Snapshot } from '../../engine/engine';
import type { Logger } from '../../engine/files';
import { countReady } from '../../engine/model/readiness';
import { counted } from '../../shared/counted';
import { type Disposable, DisposableStore } from '../../shared/dispose';
import type { EngineHost } from '../engineHost';
import type { Selection } from '../selection';
import { selectFromEditors } from './editorSelection';
import { followSelection } from './follow';
import type { TreeNode } from './nodes';
import { PlansTree } from './plansTree';
import { welcomeContext } from './welcome';

export interface PlansView extends Disposable {
  readonly tree: PlansTree;
}

/** The "Plans" tree with its badge, its welcome content and the reveal of what is selected elsewhere. */
export const registerTree = (host: EngineHost, selection: Selection, logger: Logger): PlansView => {
  const store = new DisposableStore();
  const tree = store.add(new PlansTree(host));
  const view = store.add(
    window.createTreeView('parallelPlans.plans', { treeDataProvider: tree, showCollapseAll: true }),
  );
  store.add(host.onDidChange((snapshot) => showBadge(view, snapshot)));
  store.add(host.onDidChange(welcomeContext));
  store.add(host.onDidChange(showReading(host)));
  store.add(selectFromEditors(tree, host, selection, view.onDidChangeVisibility));
  store.add(followSelection(view, tree, selection, logger));
  return { tree, dispose: () => store.dispose() };
};

/** Number of achievements that can be done now, in plans that say what depends on what. */
export const readyCount = ({ plans }: Pick<Snapshot, 'plans'>): number =>
  plans.reduce((count, { achievements }) => count + countReady(achievements), 0);

/** The view shows that there is more to come, from the first incomplete snapshot to the complete one. */
const showReading = (host: EngineHost): ((snapshot: Snapshot) => void) => {
  let isShown = false;
  return ({ isComplete }) => {
    if (isComplete || isShown) return;
    isShown = true;
    const finished = new Promise<void>((resolve) => {
      const listening = host.onDidChange((next) => {
        if (!next.isComplete) return;
        listening.dispose();
        isShown = false;
        resolve();
      });
    });
    void window.withProgress({ location: { viewId: 'parallelPlans.plans' } }, () => finished);
  };
};

const showBadge = (view: TreeView<TreeNode>, snapshot: Snapshot): void => {
  const value = readyCount(snapshot);
  view.badge =
    value > 0
      ? {
          value,
          tooltip: l10n.t('{0} ready', counted(value, 'achievement')),
        }
      : undefined;
};
