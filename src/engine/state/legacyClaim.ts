import { stateIn } from '../document/plan/stateIn';
import type { LegacyClaim } from '../model/lifecycle';
import type { Plan } from '../model/plan';

/** Whether somebody reviewed anything in the plan: an APPROVED, FIX or SKIPPED file of one of its achievements. */
export const hasFeedback = ({ achievements }: Pick<Plan, 'achievements'>): boolean =>
  achievements.some(
    ({ approved, fix, skipped }) => approved !== undefined || fix !== undefined || skipped !== undefined,
  );

/**
 * What a PLAN claims of its own completion where no feedback file proves anything, as in plans that are older than
 * feedback files. A header that says complete claims every achievement.
 */
export const legacyClaimOf = (plan: Plan): LegacyClaim | undefined => {
  const { facts } = plan;
  if (!facts || plan.achievements.length === 0 || hasFeedback(plan)) return undefined;
  const of = plan.achievements.length;
  const { status } = facts.header;
  if (status && stateIn(status.text) === 'complete') {
    const achievements = new Set(plan.achievements.map(({ id }) => id));
    return { claimed: of, of, achievements, span: status.span, line: status.line };
  }
  const { ids, first } = facts.completionClaims();
  return first && { claimed: ids.size, of, achievements: ids, ...first };
};
