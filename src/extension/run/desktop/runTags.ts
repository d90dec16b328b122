import { isActive, isFailure } from '../../../engine/run/itemState';
import { type ItemNow, isGoingOn, type Run } from '../runs';

/** What can be done with a run, for the conditions of its menus. */
export type RunTag = 'mayStop' | 'mayRetry' | 'mayResume' | 'mayMerge';

/** What can be done with an item. */
export type ItemTag = 'mayStop' | 'mayRetry' | 'mayReview' | 'hasLog' | 'hasWorktree' | 'hasDiff';

export const tagsOfRun = (run: Run): readonly RunTag[] => {
  const tags: readonly (readonly [RunTag, boolean])[] = [
    ['mayStop', run.life === 'running' || run.life === 'left'],
    ['mayRetry', run.life !== 'starting' && run.life !== 'elsewhere' && run.items.some(hasFailed)],
    ['mayResume', mayResume(run)],
    ['mayMerge', run.landedAt === 'branch' && run.items.some(({ state }) => state === 'landed')],
  ];
  return tags.flatMap(([tag, holds]) => (holds ? tag : []));
};

export const tagsOfItem = (run: Run, item: ItemNow): readonly ItemTag[] => {
  const { state, record } = item;
  const isOpen = isActive(state) || ['pending', 'ready', 'waiting', 'queued-to-land'].includes(state);
  const tags: readonly (readonly [ItemTag, boolean])[] = [
    ['mayStop', run.life === 'running' && isOpen],
    ['mayRetry', run.life !== 'starting' && run.life !== 'elsewhere' && hasFailed(item)],
    // without a result it waits for the work itself
    ['mayReview', state === 'waiting' && record.head !== undefined && run.life !== 'elsewhere'],
    ['hasLog', record.attempt > 0],
    ['hasWorktree', record.worktree !== undefined && state !== 'landed'],
    ['hasDiff', record.base !== undefined],
  ];
  return tags.flatMap(([tag, holds]) => (holds ? tag : []));
};

const hasFailed = ({ record }: ItemNow): boolean => record.state !== 'open' && isFailure(record.state);

/** Nobody goes on with it, and it would come further: what failed is tried again, not gone on with. */
const mayResume = (run: Run): boolean => {
  const { finished, baseline } = run.state;
  if (isGoingOn(run)) return false;
  return run.life === 'left' || finished === 'stopped' || finished === 'waiting' || baseline === false;
};
