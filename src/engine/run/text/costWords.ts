import type { Usage } from '../event';

/** `$0.42`, `3 credits`: what something cost in the unit that the executor reports; undefined where it does not say. */
export const costWords = (usage: Usage | undefined): string | undefined => {
  if (usage?.usd !== undefined) return `$${usage.usd.toFixed(2)}`;
  if (usage?.credits === undefined) return undefined;
  return `${Math.round(usage.credits * 100) / 100} credits`;
};
