import { ViewColumn, type WebviewPanel, window } from 'vscode';
import { type Disposable, DisposableStore } from '../../../shared/dispose';
import { isPageState } from '../../../webview/protocol/messages';
import type { Tab } from '../../../webview/protocol/timelineMessages';
import { WORKSPACE } from '../model/workspaceModel';
import { TabWish } from '../timeline/tabWish';
import { fillPanel, type GraphOptions } from './fillPanel';
import { VIEW_TYPE, WORKSPACE_VIEW_TYPE } from './panelPage';
import { subjectOf } from './subject';

export interface GraphPanels extends Disposable {
  /** Opens the graph or the timeline of a plan beside the text editor, or brings it to the front where it is open. */
  show(planUri: string, tab: Tab): Promise<void>;
  /** The same for the graph of all plans. */
  showWorkspace(): Promise<void>;
  /** The plan whose graph has the focus. */
  active(): string | undefined;
}

/** The graphs: one panel per plan and one for all, kept up to date, restored after a reload of the window. */
export const createGraphPanels = (options: GraphOptions): GraphPanels => {
  const store = new DisposableStore();
  const open = new Map<string, WebviewPanel>();
  const wishes = new WeakMap<WebviewPanel, TabWish>();

  const show = async (key: string, tab: Tab): Promise<void> => {
    const existing = open.get(key);
    if (existing) {
      wishes.get(existing)?.show(tab);
      existing.reveal();
      return;
    }
    const { viewType, title } = subjectOf(key);
    const column = window.activeTextEditor ? ViewColumn.Beside : ViewColumn.Active;
    await adopt(window.createWebviewPanel(viewType, title, column), key, tab);
  };

  const adopt = async (panel: WebviewPanel, key: string, tab?: Tab): Promise<void> => {
    open.get(key)?.dispose();
    open.set(key, panel);
    const ownStore = new DisposableStore();
    panel.onDidDispose(() => {
      ownStore.dispose();
      if (open.get(key) === panel) open.delete(key);
    });
    const wish = new TabWish((message) => void panel.webview.postMessage(message));
    wishes.set(panel, wish);
    if (tab) wish.show(tab);
    await fillPanel(panel, subjectOf(key), ownStore, {
      ...options,
      wish,
      showPlan: (uri) => show(uri, 'graph'),
    });
  };

  for (const viewType of [VIEW_TYPE, WORKSPACE_VIEW_TYPE]) {
    store.add(
      window.registerWebviewPanelSerializer(viewType, {
        deserializeWebviewPanel: async (panel, state: unknown) => {
          if (!isPageState(state)) panel.dispose();
          else await adopt(panel, state.planUri);
        },
      }),
    );
  }
  store.add({ dispose: () => [...open.values()].forEach((panel) => void panel.dispose()) });

  return {
    show,
    showWorkspace: () => show(WORKSPACE, 'graph'),
    active: () => [...open].find(([key, panel]) => panel.active && key !== WORKSPACE)?.[0],
    dispose: () => store.dispose(),
  };
};
