import type { AchievementId } from '../model/ids';
import { isActive } from './itemState';
import { usedFiles } from './overlap';
import type { Seen } from './seen';
import type { ItemRecord, RunState } from './state';

/** It has a result, or works on one, that has not landed yet. */
export const isLive = ({ state }: Pick<ItemRecord, 'state'>): boolean =>
  state !== 'open' && (isActive(state) || state === 'waiting' || state === 'queued-to-land');

/** What was seen, without items that are no longer live. */
export const stillSeen = (
  { conflicts, touched }: Seen,
  isLiveItem: (id: AchievementId) => boolean,
): Seen => ({
  conflicts: conflicts.filter(
    ({ item, other }) => isLiveItem(item) && (other === undefined || isLiveItem(other)),
  ),
  touched: Object.fromEntries(Object.entries(touched).filter(([id]) => isLiveItem(id))),
});

/** Of the files that each live item changed, those that an item which has not begun says it changes. */
export const touchedIn = (
  { items }: Pick<RunState, 'items'>,
  changed: ReadonlyMap<AchievementId, readonly string[]>,
): Seen['touched'] => {
  const declared = usedFiles();
  for (const { state, item } of items) if (state === 'open') declared.add(item.files);
  return Object.fromEntries(
    [...changed]
      .map(([id, paths]) => [id, paths.filter((path) => declared.touches([path]))] as const)
      .filter(([, paths]) => paths.length > 0),
  );
};
