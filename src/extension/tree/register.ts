import { type Memento, type TreeView, window } from 'vscode';
import type { Logger } from '../../engine/files';
import { isFinished } from '../../engine/model/lifecycle';
import { countReadyIn } from '../../engine/model/readiness';
import type { Snapshot } from '../../engine/snapshot';
import { counted } from '../../shared/counted';
import { type Disposable, DisposableStore } from '../../shared/dispose';
import type { RegisterCommands } from '../commands/commandRegistry';
import type { EngineHost } from '../engineHost';
import type { LiveRuns } from '../run/live/liveRuns';
import type { Selection } from '../selection';
import { selectFromEditors } from './editorSelection';
import { FinishedPlans } from './finishedPlans';
import { followSelection } from './follow';
import { chooseGrouping, TreeGrouping } from './grouping';
import type { TreeNode } from './nodes';
import { PlansTree } from './plansTree';
import { welcomeContext } from './welcome';

export interface PlansView extends Disposable {
  readonly tree: PlansTree;
}

interface TreeNeeds {
  readonly host: EngineHost;
  readonly selection: Selection;
  readonly register: RegisterCommands;
  /** Remembers what the person hides, for each workspace. */
  readonly state: Memento;
  /** What runs say of plans and achievements. */
  readonly live: LiveRuns;
  readonly logger: Logger;
}

/** The "Plans" tree with its badge, its welcome content and the reveal of what is selected elsewhere. */
export const registerTree = ({ host, selection, register, state, live, logger }: TreeNeeds): PlansView => {
  const store = new DisposableStore();
  const finished = store.add(new FinishedPlans(state));
  const grouping = store.add(new TreeGrouping());
  const tree = store.add(new PlansTree(host, finished, grouping, live));
  const view = store.add(
    window.createTreeView('parallelPlans.plans', { treeDataProvider: tree, showCollapseAll: true }),
  );
  const badge = (): void => showBadge(view, host.snapshot, live);
  store.add(host.onDidChange(badge));
  store.add(live.onDidChange(badge));
  const showHidden = (): void => describeHidden(view, finished, host.snapshot);
  store.add(host.onDidChange(showHidden));
  store.add(finished.onDidChange(showHidden));
  store.add(host.onDidChange(welcomeContext));
  store.add(host.onDidChange(showReading(host)));
  store.add(selectFromEditors(tree, host, selection, view.onDidChangeVisibility));
  store.add(followSelection(view, tree, selection, logger));
  store.add(
    register({
      showFinishedPlans: () => finished.show(true),
      hideFinishedPlans: () => finished.show(false),
      groupPlans: () => chooseGrouping(grouping.current),
    }),
  );
  return { tree, dispose: () => store.dispose() };
};

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

/** What is left out is said above the rows: the description of a view that is alone in its container is not shown. */
const describeHidden = (
  view: TreeView<TreeNode>,
  { areShown }: FinishedPlans,
  snapshot: Snapshot | undefined,
): void => {
  const count = areShown ? 0 : (snapshot?.plans.filter(isFinished).length ?? 0);
  view.message = count > 0 ? `${counted(count, 'finished plan')} not shown` : '';
};

const showBadge = (
  view: TreeView<TreeNode>,
  snapshot: Snapshot | undefined,
  live: Pick<LiveRuns, 'share'>,
): void => {
  const value = countReadyIn(snapshot?.plans ?? [], (uri) => live.share(uri).taken);
  view.badge =
    value > 0
      ? {
          value,
          tooltip: `${counted(value, 'achievement')} ready`,
        }
      : undefined;
};
