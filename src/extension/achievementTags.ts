import type { AnalysedAchievement, AnalysedPlan } from '../engine/model/analysis';
import { isReady } from '../engine/model/readiness';
import { isOver } from '../engine/model/status';
import { unclearWords } from '../engine/words/unclear';
import { mayBeReviewed } from '../engine/workflow/next';
import { stepOf } from '../engine/workflow/step';

/** What the menus of an achievement look at, in the tree and in the graph: words with spaces between. */
export const achievementTags = (plan: AnalysedPlan, achievement: AnalysedAchievement): string => {
  const open = !isOver(achievement.status);
  const creates = plan.kind === 'plan' && open;
  const hasSubplan = achievement.subplan !== undefined;
  const hasExecution = achievement.executions.length > 0;
  const isGoing = hasSubplan && hasExecution;
  const action = creates ? stepOf(plan, achievement).action : undefined;
  const tags: Readonly<Record<string, boolean>> = {
    achievement: true,
    [`status-${achievement.status}`]: true,
    ready: isReady(achievement),
    blocked: achievement.readiness === 'blocked',
    unclear: unclearWords(achievement) !== undefined,
    open: creates,
    mayBeReviewed: creates && mayBeReviewed(plan, achievement),
    decided: plan.kind === 'plan' && isDecided(achievement),
    wantsReview: action === 'review',
    wantsSubplan: creates && !hasSubplan && !hasExecution,
    wantsFilling: action === 'fill_subplan',
    wantsExecution: creates && hasSubplan && !hasExecution,
    wantsNextExecution: isGoing && action === 'create_next_execution',
    // beside the present one, or after a review
    mayHaveNextExecution: isGoing && (action === 'continue_execution' || action === 'address_fixes'),
    hasFiles: achievement.evidence.some(({ kind }) => kind !== 'folder'),
  };
  return Object.keys(tags)
    .filter((tag) => tags[tag])
    .join(' ');
};

/** A reviewer said something that can be taken back. */
const isDecided = ({ approved, fix, skipped }: AnalysedAchievement): boolean =>
  approved !== undefined || fix !== undefined || skipped !== undefined;
