import { listed } from '../../shared/listed';
import type { PlanOrder } from '../links/planOrder';

/** `Tier 0`: plans that come after no other. */
export const tierTitle = (tier: number): string => `Tier ${tier}`;

/** What a plan comes after: `waits for SEARCH-INDEX; after OFFLINE-SYNC`; undefined for nothing. */
export const aheadWords = (ahead: readonly PlanOrder[]): string | undefined => {
  const names = (isHard: boolean): readonly string[] =>
    ahead.filter((each) => each.isHard === isHard).map(({ first }) => first.plan.name);
  const parts = [
    { words: 'waits for', names: names(true) },
    { words: 'after', names: names(false) },
  ].filter((part) => part.names.length > 0);
  return parts.length === 0
    ? undefined
    : parts.map(({ words, names: each }) => `${words} ${listed(each)}`).join('; ');
};

/** `A → B → A`: each comes after the next. */
export const cycleWords = (cycle: readonly PlanOrder[]): string => {
  const names = cycle.map(({ after }) => after.plan.name);
  return [...names, ...names.slice(0, 1)].join(' → ');
};
