import type { AchievementId } from '../model/ids';

/** Work that goes on and that git could not merge as it is now. */
export interface LiveConflict {
  readonly item: AchievementId;
  /** The other side; undefined: what has landed since the item began. */
  readonly other?: AchievementId;
  readonly paths: readonly string[];
}

/** What was seen of the work that goes on, by looking into the worktrees. */
export interface Seen {
  readonly conflicts: readonly LiveConflict[];
  /** Files that an item changed, of those that an item which has not begun says it changes. */
  readonly touched: Readonly<Record<AchievementId, readonly string[]>>;
}

export const NOTHING_SEEN: Seen = { conflicts: [], touched: {} };

/** `1.1 and 1.2 cannot be merged as they are now: a.ts, b.ts`, a line for each conflict. */
export const liveConflictWords = ({ item, other, paths }: LiveConflict): string =>
  other === undefined
    ? `${item} cannot be merged with what has landed, as it is now: ${paths.join(', ')}`
    : `${item} and ${other} cannot be merged, as they are now: ${paths.join(', ')}`;
