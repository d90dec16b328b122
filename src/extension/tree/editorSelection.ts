import { type TextEditor, window } from 'vscode';
import { type Disposable, DisposableStore } from '../../shared/dispose';
import type { EngineHost } from '../engineHost';
import type { Selected, Selection } from '../selection';
import type { PlansTree } from './plansTree';
import { selectedBy } from './selected';

/** An editor is shown before its caret is where it shall be: wait until both rest. */
const restMs = 150;

/** Tells what the active text editor shows of a plan. `onDidShow` is one more reason to look. */
export const selectFromEditors = (
  tree: PlansTree,
  host: EngineHost,
  selection: Selection,
  onDidShow: (listener: () => void) => Disposable,
): Disposable => {
  const store = new DisposableStore();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const lookSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const selected = window.activeTextEditor && shownIn(window.activeTextEditor, tree, host);
      if (selected) selection.select(selected, 'editor');
    }, restMs);
  };
  store.add(window.onDidChangeActiveTextEditor(lookSoon));
  store.add(window.onDidChangeTextEditorSelection(lookSoon));
  store.add(onDidShow(lookSoon));
  store.add({ dispose: () => clearTimeout(timer) });
  return store;
};

const shownIn = (
  { document, selection }: TextEditor,
  tree: PlansTree,
  host: EngineHost,
): Selected | undefined => {
  const uri = document.uri.toString();
  const plan = host.snapshot?.planOf(uri);
  if (!plan) return undefined;
  const planUri = plan.uri;
  const caret = document.offsetAt(selection.active);
  const inside = plan.achievements.find(
    (one) => one.uri === uri && one.body.start <= caret && caret <= one.body.end,
  );
  if (inside) return { planUri, id: inside.id, file: undefined };
  const node = tree.model?.fileNode(planUri, uri);
  return node ? selectedBy(node) : { planUri, id: undefined, file: undefined };
};
