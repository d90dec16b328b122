import { type TextEditor, type TreeView, window, workspace } from 'vscode';
import type { Logger } from '../../engine/files';
import { type Disposable, DisposableStore } from '../../shared/dispose';
import { messageOf } from '../../shared/userError';
import type { EngineHost } from '../engineHost';
import type { TreeNode } from './nodes';
import type { PlansTree } from './plansTree';

/** An editor is shown before its caret is where it shall be: wait until both rest. */
const restMs = 150;

/** Selects in the tree what the active editor shows, while the tree is visible and the setting allows it. */
export const followEditor = (
  view: TreeView<TreeNode>,
  tree: PlansTree,
  host: EngineHost,
  logger: Logger,
): Disposable => {
  const store = new DisposableStore();
  const follow = async (): Promise<void> => {
    const editor = window.activeTextEditor;
    if (!editor || !view.visible || !isWanted(editor)) return;
    const node = nodeOf(editor, tree, host);
    if (node) await view.reveal(node, { select: true, focus: false });
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const followSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      follow().catch((error: unknown) => logger.warn(`The tree could not follow: ${messageOf(error)}`));
    }, restMs);
  };
  store.add(window.onDidChangeActiveTextEditor(followSoon));
  store.add(window.onDidChangeTextEditorSelection(followSoon));
  store.add(view.onDidChangeVisibility(followSoon));
  store.add({ dispose: () => clearTimeout(timer) });
  return store;
};

const isWanted = ({ document }: TextEditor): boolean =>
  workspace.getConfiguration('parallelPlans', document).get('tree.followEditor', true);

const nodeOf = (editor: TextEditor, tree: PlansTree, host: EngineHost): TreeNode | undefined => {
  const uri = editor.document.uri.toString();
  const plan = host.snapshot?.planOf(uri);
  if (!plan || !tree.model) return undefined;
  const caret = editor.document.offsetAt(editor.selection.active);
  const inside = plan.achievements.find(
    (one) => one.uri === uri && one.body.start <= caret && caret <= one.body.end,
  );
  const node = inside ? tree.model.achievementNode(plan.uri, inside.id) : tree.model.fileNode(plan.uri, uri);
  return node ?? tree.model.planNode(plan.uri);
};
