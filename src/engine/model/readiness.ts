import type { AnalysedAchievement, AnalysedPlan } from './analysis';
import { isGoing } from './lifecycle';

/** Whether it can be started, as far as anybody can tell. */
export const isReady = ({ readiness }: AnalysedAchievement): boolean => readiness === 'ready';

/** How many of some achievements of a plan, all of them when left out, a view may call ready. */
export const countReady = (
  plan: Pick<AnalysedPlan, 'isOrderKnown' | 'achievements'>,
  achievements: readonly AnalysedAchievement[] = plan.achievements,
): number => (plan.isOrderKnown() ? achievements.filter(isReady).length : 0);

/** How many achievements of some plans a view may call ready, in those that go on: what badge and status bar count. */
export const countReadyIn = (plans: readonly AnalysedPlan[]): number =>
  plans.filter(isGoing).reduce((count, plan) => count + countReady(plan), 0);
