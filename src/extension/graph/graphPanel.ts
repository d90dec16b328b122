import { commands, type Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import type { Engine } from '../../engine/engine';
import type { Logger } from '../../engine/files';
import { type Disposable, DisposableStore } from '../../shared/dispose';
import { messageOf } from '../../shared/userError';
import { isPageMessage, isPageState, type PostedMessage } from '../../webview/messages';
import type { Tab } from '../../webview/timelineMessages';
import type { Dependencies } from '../dependency/dependencies';
import type { Selection } from '../selection';
import { createTimerPace } from '../timerPace';
import { keyIn } from './drawnPlan';
import { GraphFeed } from './graphFeed';
import type { Layouts } from './layouts';
import { answerPage, type PanelActions } from './panelMessages';
import { dressPanel, panelOptions, VIEW_TYPE, WORKSPACE_VIEW_TYPE } from './panelPage';
import { type GraphSubject, subjectOf } from './subject';
import { TabWish } from './timeline/tabWish';
import { TimelineFeed } from './timeline/timelineFeed';
import { WORKSPACE } from './workspaceModel';

export interface GraphOptions {
  readonly extensionUri: Uri;
  /** The engine, loaded on first demand. */
  readonly engine: () => Promise<Engine>;
  /** Shows where an achievement is defined. */
  readonly openAchievement: (planUri: string, id: string) => Promise<void> | void;
  readonly dependencies: Dependencies;
  readonly layouts: Layouts;
  /** What tree and editors have selected; the graphs follow it and lead it. */
  readonly selection: Selection;
  readonly logger: Logger;
}

export interface GraphPanels extends Disposable {
  /** Opens the graph or the timeline of a plan beside the text editor, or brings it to the front where it is open. */
  show(planUri: string, tab: Tab): Promise<void>;
  /** The same for the graph of all plans. */
  showWorkspace(): Promise<void>;
  /** The plan whose graph has the focus. */
  active(): string | undefined;
}

/** The graphs: one panel per plan and one for all, kept up to date, restored after a reload of the window. */
export const registerGraph = (options: GraphOptions): GraphPanels => {
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
    await fill(panel, subjectOf(key), ownStore, { ...options, wish, showPlan: (uri) => show(uri, 'graph') });
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

interface Filling extends GraphOptions {
  readonly wish: TabWish;
  readonly showPlan: (planUri: string) => Promise<void>;
}

const fill = async (
  panel: WebviewPanel,
  subject: GraphSubject,
  store: DisposableStore,
  {
    extensionUri,
    engine,
    openAchievement,
    showPlan,
    dependencies,
    layouts,
    selection,
    logger,
    wish,
  }: Filling,
): Promise<void> => {
  let current: Engine | undefined;
  let isOpen = true;
  const post = (message: PostedMessage): void => {
    if (isOpen) void panel.webview.postMessage(message);
  };
  const plan = () => current?.snapshot.plans.find(({ uri }) => uri === subject.key);
  const pace = createTimerPace();
  const feed = store.add(
    new GraphFeed({
      steps: (arrangement) => current && subject.stepsOf(current.snapshot, arrangement),
      layout: (structure, signal) => layouts.layout(structure, signal),
      post,
      pace,
      logger,
      goneText: subject.goneText,
    }),
  );
  const { goneText } = subject;
  const timeline = new TimelineFeed({ plan, planUri: subject.key, post, pace, logger, goneText });
  const started = engine().then((value) => {
    current = value;
    store.add(
      value.onDidChange(() => {
        void feed.refresh();
        void timeline.refresh();
      }),
    );
  });
  const open = async (planUri: string, id: string): Promise<void> => {
    // the text belongs beside the graph, not over it
    if (panel.viewColumn !== undefined && panel.viewColumn !== ViewColumn.One) {
      await commands.executeCommand('workbench.action.focusFirstEditorGroup');
    }
    await openAchievement(planUri, id);
  };
  const showSelected = (): void => {
    const { current: selected } = selection;
    if (!selected) return;
    const { planUri, id } = selected;
    if (subject.key === WORKSPACE) post({ type: 'select', id: keyIn(planUri, id) });
    else if (subject.key === planUri) post({ type: 'select', id: id ?? null });
  };
  store.add(
    selection.onDidChange(({ from }) => {
      if (from !== 'graph') showSelected();
    }),
  );
  const actions: PanelActions = {
    feed,
    timeline,
    wish,
    plan,
    post,
    open: (id, planUri = subject.key) => open(planUri, id),
    showPlan,
    select: (id, planUri = subject.key) => selection.select({ planUri, id, file: undefined }, 'graph'),
    showSelected,
    chooseRemoval: async (id) =>
      void (await commands.executeCommand('parallelPlans.removeDependency', subject.key, id)),
    dependencies,
    logger,
  };
  const receive = async (message: unknown): Promise<void> => {
    if (!isPageMessage(message)) {
      logger.warn('The graph sent a message that is none');
      return;
    }
    await started;
    await answerPage(actions, message);
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
  dressPanel(panel, subject.title, extensionUri);
  await started;
};
