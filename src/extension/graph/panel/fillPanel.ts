import { commands, type Uri, ViewColumn, type WebviewPanel } from 'vscode';
import type { Engine } from '../../../engine/engine';
import type { Logger } from '../../../engine/files';
import type { Scheduler } from '../../../engine/schedule/scheduler';
import type { DisposableStore } from '../../../shared/dispose';
import { messageOf } from '../../../shared/userError';
import { isPageMessage, type PostedMessage } from '../../../webview/protocol/messages';
import type { Dependencies } from '../../dependency/dependencies';
import type { LiveRuns } from '../../run/live/liveRuns';
import type { Selection } from '../../selection';
import { createTimerPace } from '../../timerPace';
import type { Layouts } from '../layout/layouts';
import { keyIn } from '../model/drawnPlan';
import { WORKSPACE } from '../model/workspaceModel';
import { createRunTimelineFeed } from '../timeline/runTimelineFeed';
import type { TabWish } from '../timeline/tabWish';
import { TimelineFeed } from '../timeline/timelineFeed';
import { GraphFeed } from './graphFeed';
import { answerPage, type PanelActions } from './panelMessages';
import { dressPanel, panelOptions } from './panelPage';
import { createRunFeed } from './runFeed';
import type { GraphSubject } from './subject';

export interface GraphOptions {
  readonly extensionUri: Uri;
  /** The engine, loaded on first demand. */
  readonly engine: () => Promise<Engine>;
  /** What works out the schedules of timelines; loaded with the engine. */
  readonly scheduler: () => Promise<Scheduler>;
  /** Shows where an achievement is defined. */
  readonly openAchievement: (planUri: string, id: string) => Promise<void> | void;
  readonly dependencies: Dependencies;
  readonly layouts: Layouts;
  /** What tree and editors have selected; the graphs follow it and lead it. */
  readonly selection: Selection;
  /** What runs say of achievements. */
  readonly live: LiveRuns;
  readonly logger: Logger;
}

interface Filling extends GraphOptions {
  readonly wish: TabWish;
  readonly showPlan: (planUri: string) => Promise<void>;
}

/** Shows a graph in a panel, follows its page and the plans, until the panel is closed. */
export const fillPanel = async (
  panel: WebviewPanel,
  subject: GraphSubject,
  store: DisposableStore,
  {
    extensionUri,
    engine,
    scheduler,
    openAchievement,
    showPlan,
    dependencies,
    layouts,
    selection,
    live,
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
  const landed = () => live.share(subject.key).landed;
  const timeline = new TimelineFeed({
    plan,
    landed,
    planUri: subject.key,
    scheduler,
    post,
    pace,
    logger,
    goneText,
  });
  const runs = createRunFeed({
    live,
    plans: () => (current ? subject.plansIn(current.snapshot) : []),
    keyOf: subject.keyOf,
    post,
  });
  const runTimeline = createRunTimelineFeed(() => live.picture(subject.key), post);
  store.add(
    live.onDidChange((news) => {
      if (!panel.visible) return;
      runs.refresh();
      if (!news.some(({ planUri }) => planUri === subject.key)) return;
      runTimeline.refresh();
      void timeline.refresh();
    }),
  );
  const started = engine().then((value) => {
    current = value;
    void feed.prepare();
    store.add(
      value.onDidChange(() => {
        // a hidden panel has no page, and a new page asks for everything
        if (!panel.visible) return;
        void feed.refresh();
        void timeline.refresh();
        runs.refresh();
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
    runs,
    runTimeline,
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
      logger.warn('The graph sent an invalid message');
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
