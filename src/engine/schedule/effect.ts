import { fail, ok, type Result } from '../../shared/result';
import { type ImpossibleChange, problemOf } from '../dependency/possible';
import type { AnalysedPlan, DependencyChange } from '../model/analysis';
import { inHours } from './durations';
import { networkOf } from './network';
import { networkIn } from './networkIn';
import { schedulesOf } from './schedules';

/** What a plan takes, in hours. */
export interface Takes {
  readonly criticalPath: number;
  readonly makespan: number;
  /** Open achievements that take part: those in or behind a cycle do not. */
  readonly achievements: number;
}

export interface Effect {
  readonly before: Takes;
  readonly after: Takes;
}

/**
 * What one dependency more or less does to the critical path and to the makespan of so many executors. Fails where an
 * id is not defined, where there is nothing to remove or add, and where adding would close a cycle.
 */
export const effectOf = (
  plan: AnalysedPlan,
  change: DependencyChange,
  executors: number,
): Result<Effect, ImpossibleChange> => {
  const problem = problemOf(plan, change);
  if (problem) return fail(problem);
  const takes = (network: ReturnType<typeof networkOf>): Takes => ({
    criticalPath: inHours(network.timing.length),
    makespan: inHours(schedulesOf(network).of(executors).makespan),
    achievements: network.achievements.length,
  });
  return ok({ before: takes(networkIn(plan) ?? networkOf(plan)), after: takes(networkOf(plan, change)) });
};
