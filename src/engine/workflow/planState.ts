import type { AnalysedPlan } from '../model/analysis';
import type { AchievementId } from '../model/ids';
import { isOver } from '../model/status';
import { documentsAt, stepOf } from './step';

/** More than one thing going on at the same time: achievements, EXECUTION_TASKs of one, iterations of one of those. */
export type ParallelState = 'parallel_achievements' | 'parallel_phases' | 'parallel_iterations';

/** Where a plan as a whole stands. */
export interface PlanState {
  /** Nothing is left to do. False for a plan without achievements. */
  readonly isComplete: boolean;
  /** In the order above; each with the achievements it is about. */
  readonly parallel: readonly {
    readonly state: ParallelState;
    readonly achievements: readonly AchievementId[];
  }[];
}

export const planStateOf = (plan: AnalysedPlan): PlanState => {
  const active = plan.achievements
    .map((achievement) => ({ achievement, step: stepOf(plan, achievement) }))
    .filter(({ step }) => step.state === 'active_execution');
  const idsOf = (some: typeof active) => some.map(({ achievement }) => achievement.id);
  const phases = active.filter(({ step }) => step.unfinished.length > 1);
  const iterations = active.filter(({ achievement }) =>
    documentsAt(plan, achievement, achievement.executions).some(
      ({ facts }) => facts.progress.openIterations > 1,
    ),
  );
  return {
    isComplete: plan.achievements.length > 0 && plan.achievements.every(({ status }) => isOver(status)),
    parallel: [
      ...(active.length > 1
        ? [{ state: 'parallel_achievements' as const, achievements: idsOf(active) }]
        : []),
      ...(phases.length > 0 ? [{ state: 'parallel_phases' as const, achievements: idsOf(phases) }] : []),
      ...(iterations.length > 0
        ? [{ state: 'parallel_iterations' as const, achievements: idsOf(iterations) }]
        : []),
    ],
  };
};
