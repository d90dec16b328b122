import type { AchievementId } from '../model/achievement';
import type { AnalysedAchievement, AnalysedPlan } from '../model/analysis';
import { nameOf } from '../model/uri';
import type { CreationKind } from './batch';

/**
 * Why an achievement gets no new document; undefined when it shall get one. `targetOf` names the file it
 * would get: a file of that name may be there already and belong to another achievement, or to none.
 */
export const skipReasons = (
  plan: AnalysedPlan,
  kind: CreationKind,
  targetOf: (achievement: AnalysedAchievement) => string,
): ((achievement: AnalysedAchievement) => string | undefined) => {
  const owners = ownersOf(plan);
  return (achievement) => {
    const existing = kind === 'subplan' ? achievement.subplan : achievement.executions[0];
    if (existing !== undefined) return `${nameOf(existing)} exists`;
    if (achievement.approved !== undefined) return `approved by ${nameOf(achievement.approved)}`;
    if (achievement.status === 'complete') return 'complete';
    if (achievement.skipped !== undefined) return `skipped by ${nameOf(achievement.skipped)}`;
    const target = targetOf(achievement);
    if (!owners.has(target)) return undefined;
    const owner = owners.get(target);
    return `${nameOf(target)} exists but belongs to ${owner ?? 'no achievement for sure'}`;
  };
};

/** Every document the plan knows, with the achievement it belongs to. */
const ownersOf = (plan: AnalysedPlan): ReadonlyMap<string, AchievementId | undefined> => {
  const owners = new Map<string, AchievementId | undefined>();
  for (const { uri } of plan.strays) owners.set(uri, undefined);
  for (const { id, evidence, subplan, executions } of plan.achievements) {
    for (const { uri } of evidence) owners.set(uri, id);
    for (const uri of executions) owners.set(uri, id);
    if (subplan !== undefined) owners.set(subplan, id);
  }
  return owners;
};
