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

/** What a box of the graph stands for: an achievement, a whole level of a very large plan, or a whole plan. */
export interface GraphNode {
  /** Unique in the model. */
  readonly id: string;
  /** The achievement that Enter and click open. */
  readonly opens: string;
  readonly kind: 'achievement' | 'level' | 'plan';
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
  /** Where the picture holds several plans. */
  readonly context: NodeContext | null;
}

/** What a box among those of other plans needs. */
export interface NodeContext {
  readonly planUri: string;
  readonly planName: string;
  /** What the box is called in its plan: other plans may have the same id. */
  readonly label: string;
  /** What documents say of it and other plans, in words: `needed by CHECKOUT 2.1`. */
  readonly links: readonly string[];
}

/**
 * What documents say of two plans. `depends` leads from what is needed to what needs it, `blocks` from what blocks, and
 * `related` from what names to what it names.
 */
export type LinkKind = 'depends' | 'blocks' | 'related';

/** An arrow from a dependency to what depends on it, or a link between plans; both ends are nodes of the model. */
export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  readonly kind: 'satisfied' | 'waiting' | 'cycle' | 'behind' | LinkKind;
  /** A critical path goes along it. */
  readonly critical: boolean;
  /** It follows from others; said only where these are asked for. */
  readonly redundant: boolean;
}

/** Whether an arrow is a link between plans, which is no dependency and changes no level. */
export const isLink = ({ kind }: Pick<GraphEdge, 'kind'>): boolean =>
  kind === 'depends' || kind === 'blocks' || kind === 'related';

/** A row of the graph: a plan among several. */
export interface GraphStrip {
  readonly title: string;
  /** Progress in words. */
  readonly progress: string;
  /** The box of the plan itself is the first. */
  readonly nodes: readonly string[];
}

/** A column of the graph. */
export interface GraphBand {
  readonly kind: 'level' | 'cycle' | 'priority' | 'plan';
  /** Unique in the model. */
  readonly title: string;
  /** Its achievements, or the one box that stands for all of them. */
  readonly nodes: readonly string[];
  readonly complete: number;
  readonly total: number;
  /** One box stands for all of it. */
  readonly isCollapsed: boolean;
  /** It can be collapsed or expanded. */
  readonly canCollapse: boolean;
}

/** Dependencies without which some achievements are in no circle any more. */
export interface WayOut {
  readonly words: string;
  readonly dependencies: readonly PageDependency[];
}

/** "`id` depends on `dependsOn`". */
export interface PageDependency {
  readonly id: string;
  readonly dependsOn: string;
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
  /** What would break the cycles, best first. */
  readonly waysOut: readonly WayOut[];
  /** Dependencies can be drawn and deleted. */
  readonly canEdit: boolean;
  /** There is a timeline beside it. */
  readonly hasTimeline: boolean;
  /** Dependencies that follow from others. */
  readonly redundant: readonly PageDependency[];
  /** From top to bottom; none where the picture is of one plan. */
  readonly strips: readonly GraphStrip[];
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
  /** Top edge and height per strip. */
  readonly strips: readonly Rows[];
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Extent {
  readonly x: number;
  readonly width: number;
}

export interface Rows {
  readonly y: number;
  readonly height: number;
}

export interface CardSize {
  readonly width: number;
  readonly height: number;
  /** Lines a title may take: 1 or 2. */
  readonly titleLines: number;
}

/** What a person wants to see of a plan. */
export interface Arrangement {
  /** The columns that a person collapsed or expanded, the last one last; the others are as the size of the plan asks for. */
  readonly choices: readonly BandChoice[];
  /** Arrows that follow from others are drawn, and told apart. */
  readonly redundant: boolean;
}

export interface BandChoice {
  readonly band: string;
  readonly isCollapsed: boolean;
}

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
  readonly arrangement: Arrangement;
  /** Whether the overview is wanted where the graph is larger than the window. */
  readonly minimap: boolean;
  /** Null while nobody changed tabs. */
  readonly tabs: TabState | null;
}

const isDependency = shapeOf<PageDependency>({ id: isText, dependsOn: isText });

const isModel = shapeOf<GraphModel>({
  planUri: isText,
  name: isText,
  complete: isNumber,
  total: isNumber,
  ready: isNumber,
  criticalPath: orNull(isText),
  notes: listOf(isText),
  waysOut: listOf(shapeOf<WayOut>({ words: isText, dependencies: listOf(isDependency) })),
  canEdit: isFlag,
  hasTimeline: isFlag,
  redundant: listOf(isDependency),
  strips: listOf(shapeOf<GraphStrip>({ title: isText, progress: isText, nodes: listOf(isText) })),
  nodes: listOf(
    shapeOf<GraphNode>({
      id: isText,
      opens: isText,
      kind: oneOf('achievement', 'level', 'plan'),
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
      context: orNull(
        shapeOf<NodeContext>({ planUri: isText, planName: isText, label: isText, links: listOf(isText) }),
      ),
    }),
  ),
  edges: listOf(
    shapeOf<GraphEdge>({
      from: isText,
      to: isText,
      kind: oneOf('satisfied', 'waiting', 'cycle', 'behind', 'depends', 'blocks', 'related'),
      critical: isFlag,
      redundant: isFlag,
    }),
  ),
  bands: listOf(
    shapeOf<GraphBand>({
      kind: oneOf('level', 'cycle', 'priority', 'plan'),
      title: isText,
      nodes: listOf(isText),
      complete: isNumber,
      total: isNumber,
      isCollapsed: isFlag,
      canCollapse: isFlag,
    }),
  ),
});

const isLayout = shapeOf<Layout>({
  width: isNumber,
  height: isNumber,
  card: shapeOf<CardSize>({ width: isNumber, height: isNumber, titleLines: isNumber }),
  nodes: listOf(shapeOf<Point>({ x: isNumber, y: isNumber })),
  edges: listOf(listOf(isNumber)),
  bands: listOf(shapeOf<Extent>({ x: isNumber, width: isNumber })),
  strips: listOf(shapeOf<Rows>({ y: isNumber, height: isNumber })),
});

const isArrangement = shapeOf<Arrangement>({
  choices: listOf(shapeOf<BandChoice>({ band: isText, isCollapsed: isFlag })),
  redundant: isFlag,
});

type Of<M extends { readonly type: string }, T extends M['type']> = Extract<M, { readonly type: T }>;

const hostChecks: readonly Check<HostMessage>[] = [
  isTimelineHostMessage,
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

/** Whether a stored state can be restored. */
export const isPageState = shapeOf<PageState>({
  planUri: isText,
  view: orNull(shapeOf<View>({ x: isNumber, y: isNumber, scale: isNumber })),
  arrangement: isArrangement,
  minimap: isFlag,
  tabs: orNull(isTabState),
});
