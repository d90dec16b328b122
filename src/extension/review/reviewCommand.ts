import { window } from 'vscode';
import type { FeedbackKind } from '../../engine/create/batch';
import type { AnalysedAchievement, AnalysedPlan } from '../../engine/model/analysis';
import { isOver } from '../../engine/model/status';
import { actionWords } from '../../engine/workflow/actionWords';
import { mayBeReviewed } from '../../engine/workflow/next';
import { stepOf } from '../../engine/workflow/step';
import type { Command } from '../commands/commandRegistry';
import { isOfDocuments, namesAchievement, type Targets } from '../commands/targets';
import { withoutIcons } from '../withoutIcons';
import { type ReviewTask, refusePrps } from './reviewFlow';

/** Gives feedback of one kind. Arguments: plan URI and id, or a tree node; else the person picks one or several. */
export const reviewCommand =
  (targets: Targets, give: (task: ReviewTask) => Promise<unknown>, kind: FeedbackKind): Command =>
  async (argument, id) => {
    if (namesAchievement(argument, id)) {
      const { plan, achievement } = await targets.achievementFor(argument, id);
      refusePrps(plan);
      await give({ plan, achievements: [achievement], kind });
      return;
    }
    const plan = await targets.planFor(argument, isOfDocuments);
    if (!plan) return;
    refusePrps(plan);
    const achievements = await pickSeveral(plan, kind);
    if (achievements && achievements.length > 0) await give({ plan, achievements, kind });
  };

/** Whether a decision about it makes sense: work that has not begun can be skipped, and nothing else. */
const canBe = (kind: FeedbackKind, plan: AnalysedPlan, achievement: AnalysedAchievement): boolean => {
  if (isOver(achievement.status)) return false;
  if (kind === 'skipped') return true;
  return mayBeReviewed(plan, achievement) && (kind !== 'fix' || achievement.status !== 'failed');
};

/** What can be decided about, that which waits for a review first and ticked. */
const pickSeveral = async (
  plan: AnalysedPlan,
  kind: FeedbackKind,
): Promise<readonly AnalysedAchievement[] | undefined> => {
  const items = plan.achievements
    .filter((each) => canBe(kind, plan, each))
    .map((achievement) => {
      const { action, why } = stepOf(plan, achievement);
      const isWaiting = action === 'review' && kind !== 'skipped';
      return {
        label: achievement.id,
        description: withoutIcons(achievement.title),
        detail: withoutIcons(`${actionWords(action)}: ${why}`),
        picked: isWaiting,
        isWaiting,
        achievement,
      };
    })
    .sort((one, other) => Number(other.isWaiting) - Number(one.isWaiting));
  const name = withoutIcons(plan.name);
  const titles: Readonly<Record<FeedbackKind, string>> = {
    approved: `Approve in ${name}`,
    fix: `Request fixes in ${name}`,
    skipped: `Skip in ${name}`,
  };
  if (items.length === 0) {
    const isAllOver = plan.achievements.every(({ status }) => isOver(status));
    void window.showInformationMessage(
      isAllOver
        ? `Every achievement of ${name} is complete or skipped.`
        : `No work of ${name} has begun, so there is nothing to review.`,
    );
    return undefined;
  }
  const picked = await window.showQuickPick(items, {
    title: titles[kind],
    canPickMany: true,
    matchOnDescription: true,
  });
  return picked?.map(({ achievement }) => achievement);
};
