import { type TreeView, Uri, workspace } from 'vscode';
import type { Logger } from '../../engine/files';
import { type Disposable, DisposableStore } from '../../shared/dispose';
import { messageOf } from '../../shared/userError';
import type { Selected, Selection } from '../selection';
import type { TreeNode } from './nodes';
import type { PlansTree } from './plansTree';
import { nodeFor, selectedBy } from './selected';

/**
 * Selects in the tree what is selected in an editor or a graph, while the tree is visible and the setting allows it,
 * and tells what a person selects in the tree. The focus stays where it is.
 */
export const followSelection = (
  view: TreeView<TreeNode>,
  tree: PlansTree,
  selection: Selection,
  logger: Logger,
): Disposable => {
  const store = new DisposableStore();
  /** Ids of rows that were revealed from here: the view says that they are selected, but no person chose them. */
  const revealed = new Set<string>();
  let isFollowing = false;
  let isBehind = false;
  const reveal = async (): Promise<void> => {
    const { current } = selection;
    if (!current || !view.visible || !isWanted(current)) return;
    const node = tree.model && nodeFor(tree.model, current);
    if (!node) return;
    revealed.add(node.id);
    await view.reveal(node, { select: true, focus: false });
  };
  const follow = async (): Promise<void> => {
    isBehind = true;
    if (isFollowing) return;
    isFollowing = true;
    while (isBehind) {
      isBehind = false;
      await reveal().catch((error: unknown) => logger.warn(`The tree could not follow: ${messageOf(error)}`));
    }
    isFollowing = false;
    revealed.clear();
  };
  store.add(
    selection.onDidChange(({ from }) => {
      if (from !== 'tree') void follow();
    }),
  );
  store.add(view.onDidChangeVisibility(() => void follow()));
  store.add(
    view.onDidChangeSelection(({ selection: [node] }) => {
      const selected = node && selectedBy(node);
      if (selected && !revealed.has(node.id)) selection.select(selected, 'tree');
    }),
  );
  return store;
};

const isWanted = ({ planUri, file }: Selected): boolean =>
  workspace.getConfiguration('parallelPlans', Uri.parse(file ?? planUri)).get('tree.followEditor', true);
