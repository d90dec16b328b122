import type { Usage } from './event';

const KEYS = ['in', 'cached', 'out', 'reasoning', 'usd', 'credits'] as const;

/** What two attempts used together; what only one of them says counts as far as it goes. */
export const addedUsage = (one: Usage | undefined, other: Usage): Usage => {
  if (!one) return other;
  const sum: { -readonly [K in keyof Usage]: Usage[K] } = {};
  for (const key of KEYS) {
    const figures = [one[key], other[key]].filter((figure) => figure !== undefined);
    if (figures.length > 0) sum[key] = figures.reduce((total, figure) => total + figure, 0);
  }
  return sum;
};

/** What it cost in the unit that the executor reports: dollars, else credits; undefined where it does not say. */
export const costOf = (usage: Usage | undefined): number | undefined => usage?.usd ?? usage?.credits;
