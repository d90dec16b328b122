import type { Status } from '../engine/model/achievement';
import { type Check, isFlag, isNumber, isText, listOf, oneOf, orNull, shapeOf } from './shape';
import {
  isStatus,
  isTabState,
  isTimelineHostMessage,
  isTimelinePageMessage,
  type TabState,
  type TimelineHostMessage,
  type TimelinePageMessage,
} from './timelineMessages';

/** What a box of the graph stands for: an achievement, or in a very large plan a whole level. */
export interface GraphNode {
  /** Unique in the model. */
  readonly id: string;
  /** The achievement that Enter and click open. */
  readonly opens: string;
  readonly kind: 'achievement' | 'level';
  readonly title: string;
  readonly status: Status;
  /** The status as people read it; for a level how much of it is complete. */
  readonly statusWords: string;
  readonly ready: boolean;
  readonly blockedBy: readonly string[];
  readonly level: number | null;
  /** Why there is no level, in words. */
  readonly levelReason: string | null;
  readonly priority: string | null;
  /** `2-3 h`. */
  readonly effort: string | null;
  /** Who is to work on it. */
  readonly owner: string | null;
  /** On a critical path: no slack, and no figure behind that is a guess. */
  readonly critical: boolean;
  /** What it can wait without the plan taking longer, as `2.5 h`; null where that is nothing or not certain. */
  readonly slack: string | null;
  /** Everything it depends on, unknown ids included. */
  readonly dependencies: readonly string[];
  /** What its context menu looks at; null where there is none. */
  readonly tags: string | null;
}

/** An arrow from a dependency to what depends on it; both ends are nodes of the model. */
export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  readonly kind: 'satisfied' | 'waiting' | 'cycle' | 'behind';
  /** A critical path goes along it. */
  readonly critical: boolean;
}

/** A column of the graph. */
export interface GraphBand {
  readonly kind: 'level' | 'cycle' | 'priority';
  readonly title: string;
  readonly nodes: readonly string[];
}

/** Everything the page shows, without a position. */
export interface GraphModel {
  readonly planUri: string;
  readonly name: string;
  readonly complete: number;
  readonly total: number;
  /** How many achievements can be worked on now. */
  readonly ready: number;
  /** How long a critical path takes, in words; null where none is marked. */
  readonly criticalPath: string | null;
  /** Said above the graph: no dependency information, levels collapsed, cycles. */
  readonly notes: readonly string[];
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  /** In reading order; every node is in exactly one. */
  readonly bands: readonly GraphBand[];
}

/** Where things are, in pixels from the top left corner. Holds as long as the structure of the model does. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly card: CardSize;
  /** Top left corner per node, in the order of the model. */
  readonly nodes: readonly Point[];
  /** Per edge of the model: start, then control, control, end for each cubic curve; empty when not drawn. */
  readonly edges: readonly (readonly number[])[];
  /** Left edge and width per band. */
  readonly bands: readonly Extent[];
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Extent {
  readonly x: number;
  readonly width: number;
}

export interface CardSize {
  readonly width: number;
  readonly height: number;
  /** Lines a title may take: 1 or 2. */
  readonly titleLines: number;
}

/** What the editor tells the page. Without a layout the one before still holds. */
export type HostMessage =
  | { readonly type: 'graph'; readonly model: GraphModel; readonly layout: Layout | null }
  | { readonly type: 'notice'; readonly text: string }
  | TimelineHostMessage;

/** What the page tells the editor. */
export type PageMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'open'; readonly id: string }
  | TimelinePageMessage;

/** Part of the plan in view: the screen position of the graph's origin, and pixels per unit. */
export interface View {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

/** What the page keeps across a reload. */
export interface PageState {
  readonly planUri: string;
  readonly view: View | null;
  /** Null while nobody changed tabs. */
  readonly tabs: TabState | null;
}

const isModel = shapeOf<GraphModel>({
  planUri: isText,
  name: isText,
  complete: isNumber,
  total: isNumber,
  ready: isNumber,
  criticalPath: orNull(isText),
  notes: listOf(isText),
  nodes: listOf(
    shapeOf<GraphNode>({
      id: isText,
      opens: isText,
      kind: oneOf('achievement', 'level'),
      title: isText,
      status: isStatus,
      statusWords: isText,
      ready: isFlag,
      blockedBy: listOf(isText),
      level: orNull(isNumber),
      levelReason: orNull(isText),
      priority: orNull(isText),
      effort: orNull(isText),
      owner: orNull(isText),
      critical: isFlag,
      slack: orNull(isText),
      dependencies: listOf(isText),
      tags: orNull(isText),
    }),
  ),
  edges: listOf(
    shapeOf<GraphEdge>({
      from: isText,
      to: isText,
      kind: oneOf('satisfied', 'waiting', 'cycle', 'behind'),
      critical: isFlag,
    }),
  ),
  bands: listOf(
    shapeOf<GraphBand>({ kind: oneOf('level', 'cycle', 'priority'), title: isText, nodes: listOf(isText) }),
  ),
});

const isLayout = shapeOf<Layout>({
  width: isNumber,
  height: isNumber,
  card: shapeOf<CardSize>({ width: isNumber, height: isNumber, titleLines: isNumber }),
  nodes: listOf(shapeOf<Point>({ x: isNumber, y: isNumber })),
  edges: listOf(listOf(isNumber)),
  bands: listOf(shapeOf<Extent>({ x: isNumber, width: isNumber })),
});

const isGraph = shapeOf<Extract<HostMessage, { type: 'graph' }>>({
  type: oneOf('graph'),
  model: isModel,
  layout: orNull(isLayout),
});
const isNotice = shapeOf<Extract<HostMessage, { type: 'notice' }>>({ type: oneOf('notice'), text: isText });
const isReady = shapeOf<Extract<PageMessage, { type: 'ready' }>>({ type: oneOf('ready') });
const isOpen = shapeOf<Extract<PageMessage, { type: 'open' }>>({ type: oneOf('open'), id: isText });

/** Whether a message that reached the page is one of ours and whole. */
export const isHostMessage: Check<HostMessage> = (value): value is HostMessage =>
  isGraph(value) || isNotice(value) || isTimelineHostMessage(value);

/** Whether a message that came out of the page is one of ours and whole. */
export const isPageMessage: Check<PageMessage> = (value): value is PageMessage =>
  isReady(value) || isOpen(value) || isTimelinePageMessage(value);

/** Whether a stored state can be restored. */
export const isPageState = shapeOf<PageState>({
  planUri: isText,
  view: orNull(shapeOf<View>({ x: isNumber, y: isNumber, scale: isNumber })),
  tabs: orNull(isTabState),
});
