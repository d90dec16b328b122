import { RefusedEdit } from '../../../engine/edit/guard/refused';
import type { Logger } from '../../../engine/files';
import type { AnalysedPlan } from '../../../engine/model/analysis';
import { messageOf, UserError } from '../../../shared/userError';
import type { PageMessage, PostedMessage } from '../../../webview/protocol/messages';
import type { Dependencies } from '../../dependency/dependencies';
import type { RunTimelineFeed } from '../timeline/runTimelineFeed';
import type { TabWish } from '../timeline/tabWish';
import type { TimelineFeed } from '../timeline/timelineFeed';
import type { GraphFeed } from './graphFeed';
import type { RunFeed } from './runFeed';

export interface PanelActions {
  readonly feed: GraphFeed;
  readonly timeline: TimelineFeed;
  readonly runs: RunFeed;
  readonly runTimeline: RunTimelineFeed;
  readonly wish: TabWish;
  /** The plan as it is now; undefined when it is gone. */
  readonly plan: () => AnalysedPlan | undefined;
  readonly post: (message: PostedMessage) => void;
  /** Shows where an achievement is defined; of the plan of the panel unless another one is named. */
  readonly open: (id: string, planUri?: string) => Promise<void>;
  /** Shows the graph of a plan. */
  readonly showPlan: (planUri: string) => Promise<void>;
  /** Selects an achievement everywhere; of the plan of the panel unless another one is named. */
  readonly select: (id: string, planUri?: string) => void;
  /** Tells the page what is selected elsewhere. */
  readonly showSelected: () => void;
  /** Asks which dependencies of an achievement are to go. */
  readonly chooseRemoval: (id: string) => Promise<void>;
  readonly dependencies: Dependencies;
  readonly logger: Logger;
}

/** Does what a page asks for. Rejects only where that is a bug: what a person must read is sent to the page. */
export const answerPage = async (actions: PanelActions, message: PageMessage): Promise<void> => {
  switch (message.type) {
    case 'ready':
      closeTimeline(actions);
      actions.wish.pageListens(true);
      // first, so that the graph opens there
      actions.showSelected();
      actions.runs.restart();
      return actions.feed.restart(message.arrangement);
    case 'arrange':
      return actions.feed.arrange(message.arrangement);
    case 'timeline':
      actions.runTimeline.open();
      return actions.timeline.ask(message.executors);
    case 'timelineClosed':
      return closeTimeline(actions);
    case 'open':
      return actions.open(message.id);
    case 'chooseRemoval':
      return actions.chooseRemoval(message.id);
    case 'openIn':
      if (message.id === null) return actions.showPlan(message.planUri);
      return actions.open(message.id, message.planUri);
    case 'select':
      return actions.select(message.id, message.planUri ?? undefined);
    case 'consider':
      return consider(actions, message);
    default:
      return change(actions, message);
  }
};

const closeTimeline = ({ timeline, runTimeline }: PanelActions): void => {
  timeline.close();
  runTimeline.close();
};

type Of<T extends PageMessage['type']> = Extract<PageMessage, { readonly type: T }>;

const consider = async (
  { plan, post, dependencies }: PanelActions,
  { id, dependsOn }: Of<'consider'>,
): Promise<void> => {
  const current = plan();
  if (current) post({ type: 'considered', id, dependsOn, ...dependencies.consider(current, id, dependsOn) });
};

const change = async (actions: PanelActions, message: Of<'add' | 'remove' | 'takeBack'>): Promise<void> => {
  const { plan, post, dependencies, logger } = actions;
  const current = plan();
  if (!current) return;
  const said = (words: string, isProblem: boolean): void =>
    post({ type: 'done', words, isProblem, canTakeBack: dependencies.canTakeBack(current) });
  try {
    said(await made(dependencies, current, message), false);
  } catch (error) {
    if (error instanceof RefusedEdit) logger.warn(error.message);
    if (!(error instanceof UserError)) logger.error('A dependency could not be changed', error);
    said(error instanceof UserError ? error.message : `Plans: ${messageOf(error)}`, true);
  }
};

const made = (
  dependencies: Dependencies,
  plan: AnalysedPlan,
  message: Of<'add' | 'remove' | 'takeBack'>,
): Promise<string> => {
  if (message.type === 'takeBack') return dependencies.takeBack(plan);
  if (message.type === 'remove') {
    return dependencies.change(plan, { kind: 'remove', dependencies: message.dependencies });
  }
  return dependencies.change(plan, { kind: 'add', id: message.id, dependsOn: message.dependsOn });
};
