import { type Check, isFlag, isText, listOf, oneOf, orNull, shapeOf } from '../../shared/shape';
import { isLayout, type Layout } from './layout';
import { type GraphModel, isDependency, isModel, type PageDependency } from './model';
import { isRunMarks, type RunMarksMessage } from './runMessages';
import { isRunTimeline, type RunTimelineMessage } from './runTimeline';
import { type Arrangement, isArrangement } from './state';
import {
  isTimelineHostMessage,
  isTimelinePageMessage,
  type TimelineHostMessage,
  type TimelinePageMessage,
} from './timelineMessages';

export * from './layout';
export * from './model';
export * from './state';

/** What the editor tells the page. Without a layout the one before still holds. */
export type HostMessage =
  | { readonly type: 'graph'; readonly model: GraphModel; readonly layout: Layout | null }
  | { readonly type: 'notice'; readonly text: string }
  /** What drawing a dependency would do, or why it cannot be drawn. */
  | ({ readonly type: 'considered' } & PageDependency & {
        readonly isPossible: boolean;
        readonly words: string;
      })
  /** What came of drawing, deleting or taking back. */
  | {
      readonly type: 'done';
      readonly words: string;
      readonly isProblem: boolean;
      readonly canTakeBack: boolean;
    }
  /** The achievement that is selected elsewhere; null where that is none of this plan. */
  | { readonly type: 'select'; readonly id: string | null }
  | RunMarksMessage
  | RunTimelineMessage
  | TimelineHostMessage;

/** A graph as it travels: JSON in texts, which pass through the editor without being looked at number by number. */
export interface PackedGraph {
  readonly type: 'graph';
  readonly model: string;
  readonly layout: string | null;
}

/** What the editor sends to the page. */
export type PostedMessage = PackedGraph | Exclude<HostMessage, { type: 'graph' }>;

/** What the page tells the editor. */
export type PageMessage =
  | { readonly type: 'ready'; readonly arrangement: Arrangement }
  | { readonly type: 'open'; readonly id: string }
  | OpenInMessage
  /** An achievement became the current one in the graph; the plan is named where the picture is of several. */
  | { readonly type: 'select'; readonly id: string; readonly planUri: string | null }
  | { readonly type: 'arrange'; readonly arrangement: Arrangement }
  /** Asks what drawing a dependency would do. */
  | ({ readonly type: 'consider' } & PageDependency)
  | ({ readonly type: 'add' } & PageDependency)
  | { readonly type: 'remove'; readonly dependencies: readonly PageDependency[] }
  /** Asks for a list of what an achievement could no longer depend on. */
  | { readonly type: 'chooseRemoval'; readonly id: string }
  | { readonly type: 'takeBack' }
  | TimelinePageMessage;

/** Of several plans: what to open of which, an achievement or, with null, the graph of the plan. */
export interface OpenInMessage {
  readonly type: 'openIn';
  readonly planUri: string;
  readonly id: string | null;
}

type Of<M extends { readonly type: string }, T extends M['type']> = Extract<M, { readonly type: T }>;

const hostChecks: readonly Check<HostMessage>[] = [
  isTimelineHostMessage,
  isRunMarks,
  isRunTimeline,
  shapeOf<Of<HostMessage, 'graph'>>({ type: oneOf('graph'), model: isModel, layout: orNull(isLayout) }),
  shapeOf<Of<HostMessage, 'notice'>>({ type: oneOf('notice'), text: isText }),
  shapeOf<Of<HostMessage, 'select'>>({ type: oneOf('select'), id: orNull(isText) }),
  shapeOf<Of<HostMessage, 'considered'>>({
    type: oneOf('considered'),
    id: isText,
    dependsOn: isText,
    isPossible: isFlag,
    words: isText,
  }),
  shapeOf<Of<HostMessage, 'done'>>({
    type: oneOf('done'),
    words: isText,
    isProblem: isFlag,
    canTakeBack: isFlag,
  }),
];

const pageChecks: readonly Check<PageMessage>[] = [
  isTimelinePageMessage,
  shapeOf<Of<PageMessage, 'ready'>>({ type: oneOf('ready'), arrangement: isArrangement }),
  shapeOf<Of<PageMessage, 'open'>>({ type: oneOf('open'), id: isText }),
  shapeOf<OpenInMessage>({ type: oneOf('openIn'), planUri: isText, id: orNull(isText) }),
  shapeOf<Of<PageMessage, 'select'>>({ type: oneOf('select'), id: isText, planUri: orNull(isText) }),
  shapeOf<Of<PageMessage, 'arrange'>>({ type: oneOf('arrange'), arrangement: isArrangement }),
  shapeOf<Of<PageMessage, 'consider'>>({ type: oneOf('consider'), id: isText, dependsOn: isText }),
  shapeOf<Of<PageMessage, 'add'>>({ type: oneOf('add'), id: isText, dependsOn: isText }),
  shapeOf<Of<PageMessage, 'remove'>>({ type: oneOf('remove'), dependencies: listOf(isDependency) }),
  shapeOf<Of<PageMessage, 'chooseRemoval'>>({ type: oneOf('chooseRemoval'), id: isText }),
  shapeOf<Of<PageMessage, 'takeBack'>>({ type: oneOf('takeBack') }),
];

/** Whether a message that reached the page is one of ours and whole. */
export const isHostMessage: Check<HostMessage> = (value): value is HostMessage =>
  hostChecks.some((check) => check(value));

const isPacked = shapeOf<PackedGraph>({ type: oneOf('graph'), model: isText, layout: orNull(isText) });

/** What the editor says with a message that reached the page; undefined where it is none of ours or not whole. */
export const hostMessageOf = (value: unknown): HostMessage | undefined => {
  const message = isPacked(value) ? unpacked(value) : value;
  return isHostMessage(message) ? message : undefined;
};

const unpacked = ({ type, model, layout }: PackedGraph): unknown => {
  try {
    return { type, model: JSON.parse(model), layout: layout === null ? null : JSON.parse(layout) };
  } catch {
    return undefined;
  }
};

/** Whether a message that came out of the page is one of ours and whole. */
export const isPageMessage: Check<PageMessage> = (value): value is PageMessage =>
  pageChecks.some((check) => check(value));
