import { EventEmitter, type TreeDataProvider, type TreeItem } from 'vscode';
import type { AnalysedPlan } from '../../engine/model/analysis';
import { isFinished } from '../../engine/model/lifecycle';
import type { Snapshot } from '../../engine/snapshot';
import { type Disposable, DisposableStore } from '../../shared/dispose';
import type { EngineHost } from '../engineHost';
import type { LiveRuns, RunNews } from '../run/live/liveRuns';
import type { FinishedPlans } from './finishedPlans';
import { pathFromWorkspace, type TreeGrouping } from './grouping';
import { tooltipOf, treeItemOf } from './items';
import { createTreeModel, type TreeModel } from './model';
import type { TreeNode } from './nodes';

/** Shows the engine's snapshot as a tree; asking for its children starts the engine. */
export class PlansTree implements TreeDataProvider<TreeNode>, Disposable {
  readonly #host: EngineHost;
  readonly #finished: Pick<FinishedPlans, 'areShown'>;
  readonly #grouping: Pick<TreeGrouping, 'current'>;
  readonly #store = new DisposableStore();
  readonly #live: LiveRuns;
  readonly #changes = this.#store.add(new EventEmitter<TreeNode[] | undefined>());
  #model: { readonly of: Snapshot; readonly tree: TreeModel } | undefined;

  readonly onDidChangeTreeData = this.#changes.event;

  constructor(
    host: EngineHost,
    finished: Pick<FinishedPlans, 'areShown' | 'onDidChange'>,
    grouping: Pick<TreeGrouping, 'current' | 'onDidChange'>,
    live: LiveRuns,
  ) {
    this.#host = host;
    this.#finished = finished;
    this.#grouping = grouping;
    this.#live = live;
    const again = (): void => {
      this.#model = undefined;
      this.#changes.fire(undefined);
    };
    this.#store.add(finished.onDidChange(again));
    this.#store.add(grouping.onDidChange(again));
    this.#store.add(host.onDidChange(() => this.#changes.fire(undefined)));
    this.#store.add(live.onDidChange((news) => this.#follow(news)));
  }

  /** The tree of the present snapshot; undefined until there is one. */
  get model(): TreeModel | undefined {
    const snapshot = this.#host.snapshot;
    if (!snapshot) return undefined;
    if (this.#model?.of !== snapshot) {
      const isShown = (plan: AnalysedPlan): boolean => this.#finished.areShown || !isFinished(plan);
      const options = { isShown, grouping: this.#grouping.current, pathOf: pathFromWorkspace };
      this.#model = { of: snapshot, tree: createTreeModel(snapshot, options) };
    }
    return this.#model.tree;
  }

  async getChildren(node?: TreeNode): Promise<TreeNode[]> {
    if (!this.model) await this.#host.hasSnapshot();
    const { model } = this;
    if (!model) return [];
    return [...(node ? model.childrenOf(node) : model.roots)];
  }

  getParent(node: TreeNode): TreeNode | undefined {
    return node.parent;
  }

  getTreeItem(node: TreeNode): TreeItem {
    return treeItemOf(node, { plans: this.model?.plans ?? 0, live: this.#live });
  }

  resolveTreeItem(item: TreeItem, node: TreeNode): TreeItem {
    const tooltip = tooltipOf(node, this.#live);
    if (tooltip) item.tooltip = tooltip;
    return item;
  }

  /** Draws only what a run says something else of. */
  #follow(news: readonly RunNews[]): void {
    const tree = this.#model?.tree;
    if (!tree) return;
    const nodes = news.flatMap(({ planUri, ids, saysOther }) => [
      ...(saysOther ? nodeList(tree.planNode(planUri)) : []),
      ...(ids.length > 0 ? tree.achievementNodes(planUri, ids) : []),
    ]);
    if (nodes.length > 0) this.#changes.fire(nodes);
  }

  dispose(): void {
    this.#store.dispose();
  }
}

const nodeList = (node: TreeNode | undefined): readonly TreeNode[] => (node ? [node] : []);
