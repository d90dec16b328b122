import type { AchievementId } from '../model/ids';
import { isActive } from './itemState';
import type { ItemRecord } from './state';

/** Two items that are in each other's way. */
export interface Clash {
  readonly one: AchievementId;
  readonly other: AchievementId;
  /** Git found it; else only documents say that both change these files. */
  readonly isFound: boolean;
  /** Each once. */
  readonly paths: readonly string[];
}

/** Most pairs that are named: more help nobody. */
const MOST = 100;

/**
 * What is in each other's way now: conflicts that were found, and items in hand, none of which has what the other one
 * does, that name the same files. Linear in items and their files.
 */
export const clashesOf = (records: readonly ItemRecord[]): readonly Clash[] => {
  const pairs = new Map<string, Clash>();
  const add = (
    one: AchievementId,
    other: AchievementId,
    isFound: boolean,
    paths: readonly string[],
  ): void => {
    const key = JSON.stringify([one, other].sort());
    const known = pairs.get(key);
    if (!known) pairs.set(key, { one, other, isFound, paths });
    else if (known.isFound === isFound) {
      pairs.set(key, { ...known, paths: [...new Set([...known.paths, ...paths])] });
    }
  };
  for (const { item, state, with: others = [], paths = [] } of records) {
    if (state !== 'conflict') continue;
    for (const other of others) if (other !== item.id) add(item.id, other, true, paths);
  }
  for (const [path, ids] of namedTwice(records)) {
    for (const [at, one] of ids.entries()) {
      for (const other of ids.slice(at + 1)) {
        if (pairs.size >= MOST) return [...pairs.values()];
        add(one, other, false, [path]);
      }
    }
  }
  return [...pairs.values()];
};

/** Files that several items in hand name, by path. */
const namedTwice = (
  records: readonly ItemRecord[],
): readonly (readonly [string, readonly AchievementId[]])[] => {
  const byPath = new Map<string, AchievementId[]>();
  for (const { item, state } of records) {
    if (state === 'open' || !(isActive(state) || state === 'queued-to-land' || state === 'waiting')) continue;
    for (const file of new Set(item.files)) {
      const ids = byPath.get(file);
      if (ids) ids.push(item.id);
      else byPath.set(file, [item.id]);
    }
  }
  return [...byPath].filter(([, ids]) => ids.length > 1);
};

/** `conflict?`, `conflict`. */
export const shortClashWords = ({ isFound }: Pick<Clash, 'isFound'>): string =>
  isFound ? 'conflict' : 'conflict?';

/** `may conflict with 1.2 in src/a.ts`, `conflict with 1.2 in src/a.ts and 2 more`. */
export const clashWords = (clash: Pick<Clash, 'isFound' | 'paths'>, other: AchievementId): string => {
  const [first, ...more] = clash.paths;
  const where = first === undefined ? '' : ` in ${first}${more.length > 0 ? ` and ${more.length} more` : ''}`;
  return `${clash.isFound ? 'conflict' : 'may conflict'} with ${other}${where}`;
};
