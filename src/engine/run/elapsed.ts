import { isActive } from './itemState';
import type { ItemRecord } from './state';

/**
 * For how many milliseconds an item was worked on, from its first attempt to what was last said of it; until `now` where
 * it is worked on. Undefined where it was never begun.
 */
export const elapsedOf = (
  { state, startedAt, changedAt }: Pick<ItemRecord, 'state' | 'startedAt' | 'changedAt'>,
  now: number,
): number | undefined => {
  if (startedAt === undefined) return undefined;
  const goesOn = state !== 'open' && (isActive(state) || state === 'landing');
  return Math.max(0, (goesOn ? now : (changedAt ?? now)) - startedAt);
};
