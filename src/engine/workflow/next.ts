import type { AnalysedAchievement, AnalysedPlan } from '../model/analysis';
import type { LegacyClaim } from '../model/lifecycle';
import { isOver } from '../model/status';
import { stepOf, type WorkflowAction, type WorkflowStep } from './step';

/** Something that can be done now. */
export interface NextStep {
  readonly achievement: AnalysedAchievement;
  readonly step: WorkflowStep;
}

/** Most urgent first: what failed, what waits for a person, what has begun, then what may begin. */
const URGENCY: readonly WorkflowAction[] = [
  'address_fixes',
  'review',
  'synthesize',
  'continue_execution',
  'create_next_execution',
  'execute',
  'create_execution',
  'fill_subplan',
  'create_subplan',
];

/**
 * What can be done now: every achievement that is not over and waits for no other. Most urgent first, then by level
 * and in the order of the document. Work that has begun goes on, whatever it waits for. What {@link claimToSettle} is
 * about is one thing to do, and left out here.
 */
export const nextSteps = (plan: AnalysedPlan): readonly NextStep[] =>
  plan.achievements
    .filter((each) => !isOver(each.status) && (!isHeldUp(each) || hasBegun(each.status)))
    .filter(isUnclaimed(plan))
    .map((achievement) => ({ achievement, step: stepOf(plan, achievement) }))
    .sort(
      (one, other) =>
        URGENCY.indexOf(one.step.action) - URGENCY.indexOf(other.step.action) ||
        (one.achievement.level ?? 0) - (other.achievement.level ?? 0),
    );

/** Waits for others, or may well: what it says of its dependencies was not understood. */
export const isHeldUp = ({ readiness, unreadDependencies }: AnalysedAchievement): boolean =>
  readiness === 'blocked' ||
  readiness === 'in-cycle' ||
  readiness === 'behind-cycle' ||
  (readiness === 'unknown' && unreadDependencies.length > 0);

/**
 * Claims of completion that nobody proved, as one thing to settle in place of a review for each of them. A single one
 * is an ordinary review.
 */
export const claimToSettle = (plan: AnalysedPlan): LegacyClaim | undefined => {
  const claim = plan.legacyClaim();
  return claim && claim.claimed > 1 ? claim : undefined;
};

/** Whether there is work that a person can judge: an EXECUTION_TASK, fixes asked for, or a claim of the PLAN. */
export const mayBeReviewed = (plan: AnalysedPlan, { id, executions, fix }: AnalysedAchievement): boolean =>
  executions.length > 0 || fix !== undefined || (plan.legacyClaim()?.achievements.has(id) ?? false);

const isUnclaimed = (plan: AnalysedPlan): ((achievement: AnalysedAchievement) => boolean) => {
  const claim = claimToSettle(plan);
  return ({ id }) => !claim?.achievements.has(id);
};

const hasBegun = (status: AnalysedAchievement['status']): boolean =>
  status === 'failed' || status === 'in_progress' || status === 'execution_created';
