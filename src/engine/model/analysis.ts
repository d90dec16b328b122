import type { Achievement, Readiness } from './achievement';
import type { BreakableDependency } from './edge';
import type { AchievementId } from './ids';
import type { LegacyClaim, Lifecycle, LifecycleEvidence, PlanPriority } from './lifecycle';
import type { DependencyCoverage, Plan } from './plan';
import type { PlanTime } from './time';
import type { PlanWait } from './wait';

/** An achievement with what the dependency graph says about it. */
export interface AnalysedAchievement extends Achievement {
  /** Zero-based dependency level; undefined in or behind a cycle, or without dependency information. */
  readonly level: number | undefined;
  /** Why there is no level. */
  readonly levelReason: 'in-cycle' | 'behind-cycle' | 'no-dependencies' | undefined;
  /** The one answer to whether it can be started; views say it in the words of `engine/words`. */
  readonly readiness: Readiness;
  /**
   * Its documents say what it depends on. False without dependency information, and in a plan that states few
   * dependencies where none of them is its own.
   */
  readonly isCovered: boolean;
  /**
   * The minimal set of unfinished achievements (unknown ids included) that blocks this one: its own
   * dependencies that are not complete, without those another of them waits for anyway; behind them the plans it waits
   * for ({@link waitLabel}). Empty when nothing does, and for whatever is over. No view decides anything by it: {@link readiness} is the answer.
   */
  readonly blockedBy: readonly AchievementId[];
  /** Achievements that depend on this one directly. */
  readonly dependents: readonly AchievementId[];
}

export interface Level {
  readonly level: number;
  readonly achievements: readonly AchievementId[];
  readonly complete: number;
}

/** A dependency that follows from others. */
export interface RedundantDependency {
  readonly id: AchievementId;
  readonly dependsOn: AchievementId;
  /** A shortest way from one to the other through other dependencies, both ends included; undefined when too costly. */
  readonly way: readonly AchievementId[] | undefined;
}

export interface Progress {
  readonly complete: number;
  readonly total: number;
}

/** A cycle as a closed path along "depends on", smallest id first and repeated last: `['1.1','1.2','1.1']`. */
export type Cycle = readonly AchievementId[];

/** What breaks all cycles among some achievements, each of which depends on every other one. */
export interface CycleBreaks {
  readonly achievements: readonly AchievementId[];
  /**
   * Dependencies each of which does alone, best first, with the longest chain of work through the achievements that is
   * left, with all that must come before and after; infinite where that was not measured.
   */
  readonly alone: readonly (BreakableDependency & { readonly chain: number })[];
  /** Of `chain`: hours where every achievement of the plan has an estimate or is over, else achievements. */
  readonly unit: 'hours' | 'achievements';
  /** Where none does alone: those that do together. */
  readonly together: readonly BreakableDependency[];
  /** There are no others, and no smaller set; false where finding out takes too long. */
  readonly exact: boolean;
}

export interface AnalysedPlan extends Omit<Plan, 'achievements'> {
  /** In document order. */
  readonly achievements: readonly AnalysedAchievement[];
  readonly byId: ReadonlyMap<AchievementId, AnalysedAchievement>;
  /** Empty without dependency information. */
  readonly levels: readonly Level[];
  readonly cycles: readonly Cycle[];
  readonly progress: Progress;
  /** Where the plan stands in its life, and everything that says something of it: `state/stateOfPlan.ts`. */
  readonly state: Lifecycle;
  readonly stateEvidence: readonly LifecycleEvidence[];
  /** Other plans that must be complete first; empty where it is finished, or nothing is known of others. */
  readonly waitsFor: readonly PlanWait[];
  /** As its header says. */
  readonly priority: PlanPriority | undefined;
  /** Worked out when first asked for; undefined where a feedback file proves anything, or nothing is claimed. */
  readonly legacyClaim: () => LegacyClaim | undefined;
  /** For how many achievements dependencies are stated; worked out when first asked for. */
  readonly coverage: () => DependencyCoverage;
  /** Enough of them to count what is ready, parallel or saved because of them; worked out when first asked for. */
  readonly isOrderKnown: () => boolean;
  /** One for each set of achievements that are in cycles with each other; worked out when first asked for. */
  readonly cycleBreaks: () => readonly CycleBreaks[];
  /** Worked out when first asked for; none in or behind a cycle. */
  readonly redundant: () => readonly RedundantDependency[];
  /** Worked out when first asked for. */
  readonly time: () => PlanTime;
}
