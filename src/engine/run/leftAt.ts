import { commitIn } from './evidence';
import type { RunState } from './state';

/** The commit where this run left the integration branch: what it landed last, else where it began. */
export const leftAt = ({ head, items }: RunState): string | undefined => lastLanded(items) ?? head?.base;

/** A commit on the branch of a run that holds what views show as landed: its own last one, else one of an earlier run. */
export const shownLanded = (items: RunState['items']): string | undefined =>
  lastLanded(items) ?? items.map(commitIn).findLast((commit) => commit !== undefined);

/** The commit that a run landed last; undefined where it landed nothing. */
export const lastLanded = (items: RunState['items']): string | undefined =>
  items
    .filter(({ landed }) => landed !== undefined)
    .sort((one, other) => (other.changedAt ?? 0) - (one.changedAt ?? 0))[0]?.landed;
