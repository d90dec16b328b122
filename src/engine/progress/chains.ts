import type { AnalysedAchievement } from '../model/analysis';
import { type Effort, NO_EFFORT } from '../model/effort';

/** Achievements by level, so that every one comes after its dependencies, and what each of them depends on. */
export interface Order {
  readonly achievements: readonly AnalysedAchievement[];
  /** Places in `achievements`; ids that are not there are left out. */
  readonly dependencies: readonly (readonly number[])[];
}

/** Puts achievements that have a level in order. */
export const orderOf = (achievements: Iterable<AnalysedAchievement>): Order => {
  const levelled = [...achievements].filter(({ level }) => level !== undefined);
  const ordered = levelled.sort((one, other) => (one.level ?? 0) - (other.level ?? 0));
  const places = new Map(ordered.map(({ id }, place) => [id, place]));
  return {
    achievements: ordered,
    dependencies: ordered.map(({ dependencies }) => dependencies.flatMap(({ id }) => places.get(id) ?? [])),
  };
};

/**
 * The longest chain of dependencies inside each group, by what its achievements take: both ends of the estimates are
 * followed on their own. Dependencies on other groups hold up nobody. Linear in achievements and dependencies.
 */
export const longestChains = <K>(
  { achievements, dependencies }: Order,
  groupOf: (achievement: AnalysedAchievement) => K,
  hoursOf: (achievement: AnalysedAchievement) => Effort,
): ReadonlyMap<K, Effort> => {
  const groups = achievements.map(groupOf);
  const ends: Effort[] = [];
  const longest = new Map<K, Effort>();
  for (const [place, achievement] of achievements.entries()) {
    const group = groups[place] as K;
    let [min, max] = [0, 0];
    for (const dependency of dependencies[place] ?? []) {
      if (groups[dependency] !== group) continue;
      const end = ends[dependency] ?? NO_EFFORT;
      min = Math.max(min, end.min);
      max = Math.max(max, end.max);
    }
    const own = hoursOf(achievement);
    const end = { min: min + own.min, max: max + own.max };
    ends.push(end);
    const known = longest.get(group) ?? NO_EFFORT;
    longest.set(group, { min: Math.max(known.min, end.min), max: Math.max(known.max, end.max) });
  }
  return longest;
};
