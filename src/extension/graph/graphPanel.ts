import { commands, type Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import type { Engine } from '../../engine/engine';
import type { Logger } from '../../engine/files';
import { type Disposable, DisposableStore } from '../../shared/dispose';
import { messageOf } from '../../shared/userError';
import { type HostMessage, isPageMessage, isPageState } from '../../webview/messages';
import { loadLayout } from '../loadLayout';
import { createTimerPace } from '../timerPace';
import { GraphFeed } from './graphFeed';
import { dressPanel, panelOptions, VIEW_TYPE, WORKSPACE_VIEW_TYPE } from './panelPage';
import { type GraphSubject, subjectOf } from './subject';
import { WORKSPACE } from './workspaceModel';

export interface GraphOptions {
  readonly extensionUri: Uri;
  /** The engine, loaded on first demand. */
  readonly engine: () => Promise<Engine>;
  /** Shows where an achievement is defined. */
  readonly openAchievement: (planUri: string, id: string) => Promise<void> | void;
  readonly logger: Logger;
}

export interface GraphPanels extends Disposable {
  /** Opens the graph of a plan beside the text editor, or brings it to the front where it is open. */
  show(planUri: string): Promise<void>;
  /** The same for the graph of all plans. */
  showWorkspace(): Promise<void>;
  /** The plan whose graph has the focus. */
  active(): string | undefined;
}

/** The graphs: one panel per plan and one for all, kept up to date, restored after a reload of the window. */
export const registerGraph = (options: GraphOptions): GraphPanels => {
  const store = new DisposableStore();
  const open = new Map<string, WebviewPanel>();

  const show = async (key: string): Promise<void> => {
    const existing = open.get(key);
    if (existing) {
      existing.reveal();
      return;
    }
    const { viewType, title } = subjectOf(key);
    const column = window.activeTextEditor ? ViewColumn.Beside : ViewColumn.Active;
    await adopt(window.createWebviewPanel(viewType, title, column), key);
  };

  const adopt = async (panel: WebviewPanel, key: string): Promise<void> => {
    open.get(key)?.dispose();
    open.set(key, panel);
    const ownStore = new DisposableStore();
    panel.onDidDispose(() => {
      ownStore.dispose();
      if (open.get(key) === panel) open.delete(key);
    });
    await fill(panel, subjectOf(key), show, ownStore, options);
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
    showWorkspace: () => show(WORKSPACE),
    active: () => [...open].find(([key, panel]) => panel.active && key !== WORKSPACE)?.[0],
    dispose: () => store.dispose(),
  };
};

const fill = async (
  panel: WebviewPanel,
  subject: GraphSubject,
  showPlan: (planUri: string) => Promise<void>,
  store: DisposableStore,
  { extensionUri, engine, openAchievement, logger }: GraphOptions,
): Promise<void> => {
  let current: Engine | undefined;
  let isOpen = true;
  const post = (message: HostMessage): void => {
    if (isOpen) void panel.webview.postMessage(message);
  };
  const feed = new GraphFeed({
    steps: () => current && subject.stepsOf(current.snapshot),
    layout: async (model) => (await loadLayout()).layoutGraph(model),
    post,
    pace: createTimerPace(),
    logger,
    goneText: subject.goneText,
  });
  const started = engine().then((value) => {
    current = value;
    store.add(value.onDidChange(() => void feed.refresh()));
  });
  const open = async (planUri: string, id: string): Promise<void> => {
    // the text belongs beside the graph, not over it
    if (panel.viewColumn !== undefined && panel.viewColumn !== ViewColumn.One) {
      await commands.executeCommand('workbench.action.focusFirstEditorGroup');
    }
    await openAchievement(planUri, id);
  };
  const receive = async (message: unknown): Promise<void> => {
    if (!isPageMessage(message)) logger.warn('The graph sent a message that is none');
    else if (message.type === 'open') await open(subject.key, message.id);
    else if (message.type === 'openIn') {
      await (message.id === null ? showPlan(message.planUri) : open(message.planUri, message.id));
    } else {
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
  dressPanel(panel, subject.title, extensionUri);
  await started;
};
