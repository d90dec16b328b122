import type { Readiness, Status } from '../../engine/model/achievement';
import { isFlag, isNumber, isText, listOf, oneOf, orNull, shapeOf } from '../../shared/shape';
import { isStatus } from './timelineMessages';

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
  /** Null for a box that stands for several of which none is ready. */
  readonly readiness: Readiness | null;
  /** `ready`, `blocked by 1.2, 1.3`, `in a cycle`; null where there is nothing to say. */
  readonly readinessWords: string | null;
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

/** Dependencies without which some achievements are in no cycle any more. */
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

export const isDependency = shapeOf<PageDependency>({ id: isText, dependsOn: isText });

export const isModel = shapeOf<GraphModel>({
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
      readiness: orNull(oneOf('ready', 'blocked', 'in-cycle', 'behind-cycle', 'over', 'unknown')),
      readinessWords: orNull(isText),
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
