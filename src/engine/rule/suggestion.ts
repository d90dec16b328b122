import { distance } from 'fastest-levenshtein';
import type { AchievementId } from '../model/ids';

/** Comparing an id costs about a microsecond; a plan that is wrong all over gets its first suggestions only. */
const MOST_COMPARISONS = 200_000;
const MOST_DIFFERENCE = 2;

interface Candidate {
  readonly id: AchievementId;
  /** Smaller is likelier: same digits, then edits, then distance in numbers. */
  readonly cost: readonly [number, number, number];
}

/** Finds the known id that an unknown one was most likely meant to be. */
export type Suggest = (unknown: string, excluded: ReadonlySet<string>) => AchievementId | undefined;

export const suggestFrom = (known: ReadonlySet<AchievementId>): Suggest => {
  let comparisons = 0;
  return (unknown, excluded) => {
    comparisons += known.size;
    if (comparisons > Math.max(MOST_COMPARISONS, known.size)) return undefined;
    let best: Candidate | undefined;
    for (const id of known) {
      if (excluded.has(id) || Math.abs(id.length - unknown.length) > MOST_DIFFERENCE) continue;
      const cost = costOf(unknown, id);
      if (cost && (!best || isLess(cost, best.cost))) best = { id, cost };
    }
    return best?.id;
  };
};

const digitsOf = (id: string): string => id.replace(/\D/g, '');

const costOf = (unknown: string, id: AchievementId): Candidate['cost'] | undefined => {
  const digits = digitsOf(id);
  const hasSameDigits = digits !== '' && digits === digitsOf(unknown);
  const edits = distance(unknown, id);
  const most = Math.min(MOST_DIFFERENCE, Math.ceil(Math.max(unknown.length, id.length) / 5));
  if (!hasSameDigits && edits > most) return undefined;
  return [hasSameDigits ? 0 : 1, edits, numericDifference(unknown, id)];
};

/** `2.4` is nearer to `2.3` than to `3.4`: what stands further left weighs more. */
const numericDifference = (one: string, other: string): number => {
  const parts = other.match(/\d+/g) ?? [];
  const own = one.match(/\d+/g) ?? [];
  return parts.reduce(
    (sum, part, at) =>
      sum + Math.min(99, Math.abs(Number(part) - Number(own[at] ?? 0))) * 100 ** (3 - Math.min(at, 3)),
    0,
  );
};

const isLess = (one: Candidate['cost'], other: Candidate['cost']): boolean => {
  const at = one.findIndex((value, index) => value !== other[index]);
  return at !== -1 && (one[at] ?? 0) < (other[at] ?? 0);
};
