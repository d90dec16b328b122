import type { AnalysedAchievement, AnalysedPlan } from '../engine/model/analysis';
import { isKnownReady } from '../engine/model/readiness';
import { isOver } from '../engine/model/status';
import { unclearWords } from '../engine/words/unclear';
import { stepOf, type WorkflowAction } from '../engine/workflow/step';

/** What the menus of an achievement look at, in the tree and in the graph: words with spaces between. */
export const achievementTags = (plan: AnalysedPlan, achievement: AnalysedAchievement): string => {
  const open = !isOver(achievement.status);
  const creates = plan.kind === 'plan' && open;
  const hasSubplan = achievement.subplan !== undefined;
  const hasExecution = achievement.executions.length > 0;
  const action = creates ? stepOf(plan, achievement).action : undefined;
  return [
    'achievement',
    `status-${achievement.status}`,
    ...(isKnownReady(achievement) ? ['ready'] : []),
    ...(achievement.blockedBy.length > 0 ? ['blocked'] : []),
    ...(unclearWords(achievement) === undefined ? [] : ['unclear']),
    ...(creates ? ['open'] : []),
    ...(plan.kind === 'plan' && isDecided(achievement) ? ['decided'] : []),
    ...(action === 'review' ? ['wantsReview'] : []),
    ...(creates && !hasSubplan && !hasExecution ? ['wantsSubplan'] : []),
    ...(creates && hasSubplan && !hasExecution ? ['wantsExecution'] : []),
    ...(hasSubplan && hasExecution ? nextTags(action) : []),
    ...(achievement.evidence.some(({ kind }) => kind !== 'folder') ? ['hasFiles'] : []),
  ].join(' ');
};

/** Whether the next execution is what comes next, or what may come beside the present one or after a review. */
const nextTags = (action: WorkflowAction | undefined): readonly string[] => {
  if (action === 'create_next_execution') return ['wantsNextExecution'];
  return action === 'continue_execution' || action === 'address_fixes' ? ['mayHaveNextExecution'] : [];
};

/** A reviewer said something that can be taken back. */
const isDecided = ({ approved, fix, skipped }: AnalysedAchievement): boolean =>
  approved !== undefined || fix !== undefined || skipped !== undefined;
