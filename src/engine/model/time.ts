import type { Effort } from './effort';
import type { AchievementId } from './ids';

/**
 * How far some achievements have come, and the time they take by their estimates. What is complete counts with its
 * estimate as done, what is skipped takes no time at all, everything else is open. Where achievements lack an estimate
 * every figure is the least it can be: `withoutEstimate` tells.
 */
export interface Time {
  readonly complete: number;
  /** Skipped ones included. */
  readonly total: number;
  /** One after the other. `done` and `open` add up to `all`. */
  readonly done: Effort;
  readonly open: Effort;
  readonly all: Effort;
  /** As much at a time as the dependencies allow; undefined where too few are known or they contain a cycle. */
  readonly parallel: { readonly open: Effort; readonly all: Effort } | undefined;
  /** How many of the achievements that are not skipped have no estimate. */
  readonly withoutEstimate: { readonly open: number; readonly all: number };
  /** Undefined unless an achievement has an estimate and says what it took. */
  readonly actual: ActualTime | undefined;
}

/** What achievements took, over those that have an estimate too. */
export interface ActualTime {
  /** How many there are. */
  readonly achievements: number;
  readonly hours: Effort;
  readonly estimated: Effort;
  /** Hours by estimated hours, the middle of each: 2 is twice as long. */
  readonly ratio: number;
}

/** A part of a plan. */
export interface GroupTime extends Time {
  /** In document order. */
  readonly achievements: readonly AchievementId[];
}

export interface LevelTime extends GroupTime {
  readonly level: number;
}

export interface PriorityTime extends GroupTime {
  /** Undefined for achievements that have none. */
  readonly priority: string | undefined;
}

export interface PlanTime extends Time {
  /** Empty without dependency information. What is in or behind a cycle is in none. */
  readonly levels: readonly LevelTime[];
  /** In the order of their first achievements. In parallel: by the dependencies among their own achievements. */
  readonly priorities: readonly PriorityTime[];
}
