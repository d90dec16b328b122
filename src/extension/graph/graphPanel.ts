import { commands, l10n, type Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import type { Engine } from '../../engine/engine';
import type { Logger } from '../../engine/files';
import { type Disposable, DisposableStore } from '../../shared/dispose';
import { messageOf } from '../../shared/userError';
import { isPageMessage, isPageState, type PostedMessage } from '../../webview/messages';
import { createTimerPace } from '../timerPace';
import { GraphFeed } from './graphFeed';
import type { Layouts } from './layouts';
import { dressPanel, panelOptions, panelTitle, VIEW_TYPE } from './panelPage';

export interface GraphOptions {
  readonly extensionUri: Uri;
  /** The engine, loaded on first demand. */
  readonly engine: () => Promise<Engine>;
  /** Shows where an achievement is defined. */
  readonly openAchievement: (planUri: string, id: string) => Promise<void> | void;
  readonly layouts: Layouts;
  readonly logger: Logger;
}

export interface GraphPanels extends Disposable {
  /** Opens the graph of a plan beside the text editor, or brings it to the front where it is open. */
  show(planUri: string): Promise<void>;
  /** The plan whose graph has the focus. */
  active(): string | undefined;
}

/** The dependency graphs: one panel per plan, kept up to date, restored after a reload of the window. */
export const registerGraph = (options: GraphOptions): GraphPanels => {
  const store = new DisposableStore();
  const open = new Map<string, WebviewPanel>();

  const adopt = async (panel: WebviewPanel, planUri: string): Promise<void> => {
    open.get(planUri)?.dispose();
    open.set(planUri, panel);
    const ownStore = new DisposableStore();
    panel.onDidDispose(() => {
      ownStore.dispose();
      if (open.get(planUri) === panel) open.delete(planUri);
    });
    await fill(panel, planUri, ownStore, options);
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
    show: async (planUri) => {
      const existing = open.get(planUri);
      if (existing) {
        existing.reveal();
        return;
      }
      const column = window.activeTextEditor ? ViewColumn.Beside : ViewColumn.Active;
      const panel = window.createWebviewPanel(VIEW_TYPE, panelTitle(planUri), column);
      await adopt(panel, planUri);
    },
    active: () => [...open].find(([, panel]) => panel.active)?.[0],
    dispose: () => store.dispose(),
  };
};

const fill = async (
  panel: WebviewPanel,
  planUri: string,
  store: DisposableStore,
  { extensionUri, engine, openAchievement, layouts, logger }: GraphOptions,
): Promise<void> => {
  let current: Engine | undefined;
  let isOpen = true;
  const post = (message: PostedMessage): void => {
    if (isOpen) void panel.webview.postMessage(message);
  };
  const feed = store.add(
    new GraphFeed({
      plan: () => current?.snapshot.plans.find(({ uri }) => uri === planUri),
      layout: (structure, signal) => layouts.layout(structure, signal),
      post,
      pace: createTimerPace(),
      logger,
      goneText: l10n.t('This plan is no longer in the workspace.'),
    }),
  );
  const started = engine().then((value) => {
    current = value;
    store.add(value.onDidChange(() => void feed.refresh()));
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
      await feed.restart();
    }
  };
  store.add({
    dispose: () => {
      isOpen = false;
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
