import { commands, l10n, type Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import type { Engine } from '../../engine/engine';
import type { Logger } from '../../engine/files';
import { type Disposable, DisposableStore } from '../../shared/dispose';
import { createPace } from '../../shared/pace';
import { messageOf } from '../../shared/userError';
import { type HostMessage, isPageMessage, isPageState, type PageMessage } from '../../webview/messages';
import type { Tab } from '../../webview/timelineMessages';
import { loadLayout } from '../loadLayout';
import { GraphFeed } from './graphFeed';
import { dressPanel, panelOptions, panelTitle, VIEW_TYPE } from './panelPage';
import { TabWish } from './timeline/tabWish';
import { TimelineFeed } from './timeline/timelineFeed';

export interface GraphOptions {
  readonly extensionUri: Uri;
  /** The engine, loaded on first demand. */
  readonly engine: () => Promise<Engine>;
  /** Shows where an achievement is defined. */
  readonly openAchievement: (planUri: string, id: string) => Promise<void> | void;
  readonly logger: Logger;
}

export interface GraphPanels extends Disposable {
  /** Opens the graph or the timeline of a plan beside the text editor, or brings it to the front where it is open. */
  show(planUri: string, tab: Tab): Promise<void>;
  /** The plan whose graph has the focus. */
  active(): string | undefined;
}

/** The dependency graphs: one panel per plan, kept up to date, restored after a reload of the window. */
export const registerGraph = (options: GraphOptions): GraphPanels => {
  const store = new DisposableStore();
  const open = new Map<string, WebviewPanel>();
  const wishes = new WeakMap<WebviewPanel, TabWish>();

  const adopt = async (panel: WebviewPanel, planUri: string, tab?: Tab): Promise<void> => {
    open.get(planUri)?.dispose();
    open.set(planUri, panel);
    const ownStore = new DisposableStore();
    panel.onDidDispose(() => {
      ownStore.dispose();
      if (open.get(planUri) === panel) open.delete(planUri);
    });
    const wish = new TabWish((message) => void panel.webview.postMessage(message));
    wishes.set(panel, wish);
    if (tab) wish.show(tab);
    await fill(panel, planUri, ownStore, { ...options, wish });
  };

  store.add(
    window.registerWebviewPanelSerializer(VIEW_TYPE, {
      deserializeWebviewPanel: async (panel, state: unknown) => {
        if (!isPageState(state)) panel.dispose();
        else await adopt(panel, state.planUri);
      },
    }),
  );
  store.add({ dispose: () => [...open.values()].forEach((panel) => void panel.dispose()) });

  return {
    show: async (planUri, tab) => {
      const existing = open.get(planUri);
      if (existing) {
        wishes.get(existing)?.show(tab);
        existing.reveal();
        return;
      }
      const column = window.activeTextEditor ? ViewColumn.Beside : ViewColumn.Active;
      const panel = window.createWebviewPanel(VIEW_TYPE, panelTitle(planUri), column);
      await adopt(panel, planUri, tab);
    },
    active: () => [...open].find(([, panel]) => panel.active)?.[0],
    dispose: () => store.dispose(),
  };
};

const fill = async (
  panel: WebviewPanel,
  planUri: string,
  store: DisposableStore,
  { extensionUri, engine, openAchievement, logger, wish }: GraphOptions & { readonly wish: TabWish },
): Promise<void> => {
  let current: Engine | undefined;
  let isOpen = true;
  const post = (message: HostMessage): void => {
    if (isOpen) void panel.webview.postMessage(message);
  };
  const shared = {
    plan: () => current?.snapshot.plans.find(({ uri }) => uri === planUri),
    post,
    logger,
    goneText: l10n.t('This plan is no longer in the workspace.'),
  };
  const feed = new GraphFeed({
    ...shared,
    layout: async (model) => (await loadLayout()).layoutGraph(model),
  });
  const pace = createPace(() => new Promise((resolve) => setTimeout(resolve)));
  const timeline = new TimelineFeed({ ...shared, planUri, pace });
  const started = engine().then((value) => {
    current = value;
    store.add(
      value.onDidChange(() => {
        void feed.refresh();
        void timeline.refresh();
      }),
    );
  });
  const open = async (id: string): Promise<void> => {
    // the text belongs beside the graph, not over it
    if (panel.viewColumn !== undefined && panel.viewColumn !== ViewColumn.One) {
      await commands.executeCommand('workbench.action.focusFirstEditorGroup');
    }
    await openAchievement(planUri, id);
  };
  const receive = async (message: unknown): Promise<void> => {
    if (!isPageMessage(message)) logger.warn('The graph sent a message that is none');
    else if (message.type === 'open') await open(message.id);
    else {
      await started;
      await follow(message);
    }
  };
  const follow = async (message: Exclude<PageMessage, { type: 'open' }>): Promise<void> => {
    if (message.type === 'timeline') await timeline.ask(message.executors);
    else timeline.close();
    if (message.type !== 'ready') return;
    wish.pageListens(true);
    await feed.restart();
  };
  // the page of a hidden panel is gone, and loaded anew when it is shown again
  store.add(panel.onDidChangeViewState(() => panel.visible || wish.pageListens(false)));
  store.add({
    dispose: () => {
      isOpen = false;
      timeline.close();
    },
  });
  store.add(
    panel.webview.onDidReceiveMessage((message: unknown) => {
      receive(message).catch((error: unknown) => {
        logger.error('The graph could not follow', error);
        if (!current) post({ type: 'notice', text: messageOf(error) });
      });
    }),
  );
  panel.webview.options = panelOptions(extensionUri);
  dressPanel(panel, planUri, extensionUri);
  await started;
};
