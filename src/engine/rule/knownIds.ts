import type { AnalysedPlan } from '../model/analysis';
import type { AchievementId } from '../model/ids';

/** Ids that exist for a plan: those it defines, those its parallel.json lists, and PRPs of other batches it names. */
export const knownIds = ({
  byId,
  parallel,
  prps,
  achievements,
}: AnalysedPlan): ReadonlySet<AchievementId> => {
  const ids = new Set(byId.keys());
  if (prps) {
    for (const { dependencies } of achievements) {
      for (const { id, elsewhere } of dependencies) if (elsewhere) ids.add(id);
    }
  }
  for (const { id } of parallel?.facts.achievements ?? []) ids.add(id);
  return ids;
};
