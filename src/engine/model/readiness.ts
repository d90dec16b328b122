import type { AnalysedAchievement, AnalysedPlan } from './analysis';
import type { AchievementId } from './ids';
import { isGoing } from './lifecycle';

/** Achievements that are called ready by no view although their documents do: a run has them. */
export type Taken = Pick<ReadonlySet<AchievementId>, 'has'>;

const NOTHING_TAKEN: Taken = new Set();

/** Whether it can be started, as far as anybody can tell. */
export const isReady = ({ readiness }: AnalysedAchievement): boolean => readiness === 'ready';

/** How many of some achievements of a plan, all of them when left out, a view may call ready. */
export const countReady = (
  plan: Pick<AnalysedPlan, 'isOrderKnown' | 'achievements'>,
  achievements: readonly AnalysedAchievement[] = plan.achievements,
  taken: Taken = NOTHING_TAKEN,
): number =>
  plan.isOrderKnown() ? achievements.filter((each) => isReady(each) && !taken.has(each.id)).length : 0;

/** How many achievements of some plans a view may call ready, in those that go on: what badge and status bar count. */
export const countReadyIn = (
  plans: readonly AnalysedPlan[],
  takenIn: (planUri: string) => Taken = () => NOTHING_TAKEN,
): number =>
  plans
    .filter(isGoing)
    .reduce((count, plan) => count + countReady(plan, plan.achievements, takenIn(plan.uri)), 0);
