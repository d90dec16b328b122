import { leftAt } from '../../engine/run/leftAt';
import { commitOf } from '../git/commits';
import type { RunContext } from './context';

/**
 * What to say where the integration branch is not where this run left it: an executor, or a person, moved it, and the
 * gates proved nothing of that. Undefined where all is as it should be.
 */
export const strangeTip = async ({ state, settings }: RunContext): Promise<string | undefined> => {
  const branch = state.head?.branch ?? '';
  const expected = leftAt(state);
  const tip = await commitOf(settings.top, `refs/heads/${branch}`);
  if (!tip.ok || tip.value === expected) return undefined;
  const where = tip.value === undefined ? 'is gone' : `is at ${tip.value.slice(0, 12)}`;
  return `${branch} ${where}, but this run left it at ${expected?.slice(0, 12)}. Somebody else moved it, and no gate proved that change.`;
};
