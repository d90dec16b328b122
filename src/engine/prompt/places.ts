import type { FeedbackKind } from '../create/batch';
import { namesOf } from '../create/naming';
import { wantedBy } from '../create/wanted';
import type { AnalysedAchievement, AnalysedPlan } from '../model/analysis';
import { childUri } from '../model/uri';

/** Where the SUBPLAN of an achievement is, or would be. */
export const subplanUri = (plan: AnalysedPlan, { id, subplan }: AnalysedAchievement): string =>
  subplan ?? childUri(plan.folders.subplans, namesOf(plan).subplan(id));

/** The number of the next EXECUTION_TASK of an achievement, as creating it would have it. */
export const nextNumber = (plan: AnalysedPlan, achievement: AnalysedAchievement): number =>
  wantedBy(plan, { kind: 'execution', another: true })(achievement).targets[0]?.number ??
  achievement.executions.length + 1;

export const executionUri = (plan: AnalysedPlan, { id }: AnalysedAchievement, number: number): string =>
  childUri(plan.folders.executions, namesOf(plan).execution(id, number));

export const feedbackUri = (plan: AnalysedPlan, { id }: AnalysedAchievement, kind: FeedbackKind): string =>
  childUri(plan.folders.feedbacks, namesOf(plan).feedback(kind, id));
