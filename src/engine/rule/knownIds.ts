import type { AchievementId } from '../model/achievement';
import type { AnalysedPlan } from '../model/analysis';

/** Ids that exist for a plan: those it defines and those its parallel.json lists. */
export const knownIds = ({ byId, parallel }: AnalysedPlan): ReadonlySet<AchievementId> => {
  const ids = new Set(byId.keys());
  for (const { id } of parallel?.facts.achievements ?? []) ids.add(id);
  return ids;
};
