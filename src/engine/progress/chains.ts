import type { AnalysedAchievement } from '../model/analysis';
import { type Effort, NO_EFFORT } from '../model/effort';

type Link = Pick<AnalysedAchievement, 'id' | 'level' | 'dependencies'>;

/**
 * The longest chain of dependencies among some achievements, by what each of them takes; the two ends of the estimates
 * are followed on their own. Dependencies on others hold up nobody. Undefined where one of them has no level. Linear
 * in achievements and dependencies, but for sorting by level.
 */
export const longestChain = <T extends Link>(
  achievements: readonly T[],
  hoursOf: (achievement: T) => Effort,
): Effort | undefined => {
  if (achievements.some(({ level }) => level === undefined)) return undefined;
  const ends = new Map<string, Effort>();
  let longest = NO_EFFORT;
  // every one comes after its dependencies
  for (const each of [...achievements].sort((one, other) => (one.level ?? 0) - (other.level ?? 0))) {
    const start = each.dependencies.reduce((latest, { id }) => later(latest, ends.get(id)), NO_EFFORT);
    const own = hoursOf(each);
    const end = { min: start.min + own.min, max: start.max + own.max };
    ends.set(each.id, end);
    longest = later(longest, end);
  }
  return longest;
};

const later = (one: Effort, other: Effort | undefined): Effort =>
  other ? { min: Math.max(one.min, other.min), max: Math.max(one.max, other.max) } : one;
