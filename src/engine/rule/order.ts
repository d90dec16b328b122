import type { ParallelAchievement } from '../facts/parallelFacts';
import type { AnalysedPlan } from '../model/analysis';
import type { AchievementId } from '../model/ids';

type Ordered = (from: AchievementId, to: AchievementId) => boolean;

/** Steps of all searches together, so that hostile plans stay cheap; later questions are answered with yes. */
const MOST_STEPS = 500_000;

type Next = (id: AchievementId) => readonly AchievementId[];

/** Whether the `dependencies` lists alone lead from one achievement to another, directly or through others. */
export const orderedBy = (
  plan: AnalysedPlan,
  listed: ReadonlyMap<AchievementId, ParallelAchievement>,
): Ordered =>
  orderedAlong((id) => listed.get(id)?.dependencies.map(({ value }) => value) ?? [], levelIn(plan));

/** Whether an achievement depends on another, directly or through others, by whatever counts. */
export const dependsOn = (plan: AnalysedPlan): Ordered => orderedAlong(dependenciesIn(plan), levelIn(plan));

/** The same with what each achievement would depend on as well. */
export const wouldDependOn = (
  plan: AnalysedPlan,
  more: ReadonlyMap<AchievementId, readonly AchievementId[]>,
): Ordered => {
  const next = dependenciesIn(plan);
  return orderedAlong(
    (id) => [...next(id), ...(more.get(id) ?? [])],
    () => undefined,
  );
};

const dependenciesIn =
  ({ byId }: AnalysedPlan): Next =>
  (id) =>
    byId.get(id)?.dependencies.map((dependency) => dependency.id) ?? [];

const levelIn =
  ({ byId }: AnalysedPlan) =>
  (id: AchievementId): number | undefined =>
    byId.get(id)?.level;

/** Levels, where there are any, fall along every dependency: nothing at or below the goal's level can lead to it. */
const orderedAlong = (next: Next, levelOf: (id: AchievementId) => number | undefined): Ordered => {
  let steps = 0;
  return (from, to) => {
    const floor = levelOf(to) ?? -1;
    const seen = new Set([from]);
    const open = [from];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      for (const value of next(id)) {
        steps++;
        if (value === to || steps > MOST_STEPS) return true;
        if (seen.has(value) || (levelOf(value) ?? Number.POSITIVE_INFINITY) <= floor) continue;
        seen.add(value);
        open.push(value);
      }
    }
    return false;
  };
};
