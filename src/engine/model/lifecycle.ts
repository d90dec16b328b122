import type { Span } from './text';

/** The states of a plan as a whole: current ones first, then those on hold, then finished ones. */
export const LIFECYCLES = [
  'active',
  'planning',
  'paused',
  'backlog',
  'complete',
  'superseded',
  'abandoned',
  'archived',
] as const;

/** Where a plan stands in its life; `state/stateOfPlan.ts` has the rule that decides. */
export type Lifecycle = (typeof LIFECYCLES)[number];

/** What says so: a folder around the plan, the header of its PLAN, or the files that prove its achievements. */
export type LifecycleSource = 'folder' | 'header' | 'files';

/** One source and what it says of the state, whether or not it decided. */
export interface LifecycleEvidence {
  readonly source: LifecycleSource;
  readonly says: Lifecycle;
  /** What stands there: the name of the folder, the words of the header, `13 of 18 complete`. */
  readonly words: string;
  /** The folder, or the document. */
  readonly uri: string;
  /** Where the header says it. */
  readonly span: Span | undefined;
  /** One-based; undefined where it is no line that says it. */
  readonly line: number | undefined;
}

/** Claims of completion in a PLAN none of whose achievements has a feedback file. */
export interface LegacyClaim {
  /** How many of {@link of} achievements the PLAN calls complete. */
  readonly claimed: number;
  readonly of: number;
  /** Which ones. */
  readonly achievements: ReadonlySet<string>;
  /** Where it first says so. */
  readonly span: Span;
  /** One-based. */
  readonly line: number;
}

/** The first word of a PLAN's `**Priority**`. */
export type PlanPriority = 'CRITICAL' | 'HIGH' | 'MEDIUM' | 'LOW';

interface HasState {
  readonly state: Lifecycle;
}

/** A current plan: somebody works on it or may begin. Only such plans have work to do now. */
export const isGoing = ({ state }: HasState): boolean => state === 'active' || state === 'planning';

/** A plan on hold: its work is shown, after that of the current plans. */
export const isWaiting = ({ state }: HasState): boolean => state === 'paused' || state === 'backlog';

/** A finished plan has no work left: complete, superseded, abandoned or archived. */
export const isFinished = (plan: HasState): boolean => !isGoing(plan) && !isWaiting(plan);

/**
 * Compares plans for lists: current ones first, then paused ones, the backlog, and finished ones last. Plans of one
 * group are equal, so that none moves in a list because its first document was created.
 */
export const byState = (one: HasState, other: HasState): number => rankOf(one) - rankOf(other);

const rankOf = (plan: HasState): number => {
  if (isGoing(plan)) return 0;
  return isFinished(plan) ? LIFECYCLES.length : LIFECYCLES.indexOf(plan.state);
};

/** The state as a mark behind a name; undefined for current plans, which need none. */
export const stateMark = (plan: HasState): Lifecycle | undefined => (isGoing(plan) ? undefined : plan.state);

/** A folder whose name says in what state the plans in it are. */
export interface FolderState {
  readonly uri: string;
  readonly name: string;
  readonly says: Lifecycle;
}
