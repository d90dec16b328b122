import type { AchievementId } from '../model/ids';
import type { RunItem } from './item';

/** A file that several items say they change and that nothing orders among them. */
export interface ForeseenConflict {
  readonly path: string;
  readonly ids: readonly AchievementId[];
}

/** Files that items name which may run at the same time, by path. */
export const foreseenConflicts = (items: readonly RunItem[]): readonly ForeseenConflict[] => {
  const byPath = new Map<string, AchievementId[]>();
  for (const { id, files } of items) {
    for (const file of files) {
      const ids = byPath.get(file);
      if (ids) ids.push(id);
      else byPath.set(file, [id]);
    }
  }
  const before = ancestorsIn(items);
  return [...byPath]
    .flatMap(([path, ids]) => {
      const apart = ids.filter((id) =>
        ids.some((other) => other !== id && !before(id).has(other) && !before(other).has(id)),
      );
      return apart.length > 1 ? [{ path, ids: apart }] : [];
    })
    .sort((one, other) => (one.path < other.path ? -1 : 1));
};

/** Everything that an item waits for, directly or not; worked out for those that are asked for. */
const ancestorsIn = (items: readonly RunItem[]) => {
  const byId = new Map(items.map((item) => [item.id, item]));
  const known = new Map<AchievementId, ReadonlySet<AchievementId>>();
  return (id: AchievementId): ReadonlySet<AchievementId> => {
    const before = known.get(id);
    if (before) return before;
    const found = new Set<AchievementId>();
    const open = [...(byId.get(id)?.after ?? [])];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (found.has(next)) continue;
      found.add(next);
      open.push(...(byId.get(next)?.after ?? []));
    }
    known.set(id, found);
    return found;
  };
};
