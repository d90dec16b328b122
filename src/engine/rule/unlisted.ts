import type { ParallelAchievement, ParallelFacts } from '../facts/parallelFacts';
import type { AnalysedAchievement } from '../model/analysis';
import type { AchievementId } from '../model/ids';
import { comparableTitle } from './comparableTitle';
import { suggestFrom } from './suggestion';

/** Which achievement of the PLAN that a parallel.json lacks an entry may stand for; never one it names itself. */
export interface Unlisted {
  ofSameTitle(entry: ParallelAchievement): AchievementId | undefined;
  ofSimilarId(entry: ParallelAchievement): AchievementId | undefined;
}

export const unlistedIn = (
  byId: ReadonlyMap<AchievementId, AnalysedAchievement>,
  { achievements }: ParallelFacts,
): Unlisted => {
  const listed = new Set(achievements.map(({ id }) => id));
  const unlisted = [...byId.values()].filter(({ id }) => !listed.has(id));
  const titles = new Map(unlisted.map(({ id, title }) => [comparableTitle(title), id]));
  const suggest = suggestFrom(new Set(unlisted.map(({ id }) => id)));
  return {
    ofSameTitle: (entry) => {
      const found = entry.title === undefined ? undefined : titles.get(comparableTitle(entry.title));
      return found === undefined || namedBy(entry).has(found) ? undefined : found;
    },
    ofSimilarId: (entry) => suggest(entry.id, namedBy(entry)),
  };
};

const namedBy = ({ dependencies, blocks }: ParallelAchievement): ReadonlySet<AchievementId> =>
  new Set([...dependencies, ...blocks].map(({ value }) => value));
