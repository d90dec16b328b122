import type { ParallelAchievement } from '../document/parallelFile';
import type { AchievementId } from '../model/achievement';
import type { AnalysedPlan } from '../model/analysis';

/** Steps of all searches together, so that hostile plans stay cheap; later questions are answered with yes. */
const MOST_STEPS = 500_000;

/** Whether the `dependencies` lists alone lead from one achievement to another, directly or through others. */
export const orderedBy = (
  { byId }: AnalysedPlan,
  listed: ReadonlyMap<AchievementId, ParallelAchievement>,
): ((from: AchievementId, to: AchievementId) => boolean) => {
  let steps = 0;
  return (from, to) => {
    // levels fall along every dependency: nothing at or below the goal's level can lead to it
    const floor = byId.get(to)?.level ?? -1;
    const seen = new Set([from]);
    const open = [from];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      for (const { value } of listed.get(id)?.dependencies ?? []) {
        steps++;
        if (value === to || steps > MOST_STEPS) return true;
        if (seen.has(value) || (byId.get(value)?.level ?? Number.POSITIVE_INFINITY) <= floor) continue;
        seen.add(value);
        open.push(value);
      }
    }
    return false;
  };
};
