import type { AchievementId } from '../model/ids';
import { isLive } from './live';
import type { ItemRecord, RunState } from './state';

/** An item that is in another one's way. */
export interface Clash {
  readonly item: AchievementId;
  /** Undefined: what has landed since the item began. */
  readonly other: AchievementId | undefined;
  /**
   * `declared`: documents say that both change these files. `seen`: their work could not be merged as it is now.
   * `found`: it could not be landed.
   */
  readonly kind: 'declared' | 'seen' | 'found';
  /** Each once. */
  readonly paths: readonly string[];
}

/** Most that are named: more help nobody. */
const MOST = 100;

/**
 * What is in each other's way now, each pair once, by what is known best: conflicts that kept something from landing,
 * work in hand that cannot be merged, and work in hand that names the same files. Linear in items and their files.
 */
export const clashesOf = ({ items, seen }: Pick<RunState, 'items' | 'seen'>): readonly Clash[] => {
  const known = new Map<string, Clash>();
  for (const clash of clashesIn(items, seen)) {
    const key = JSON.stringify([clash.item, clash.other ?? ''].sort());
    const before = known.get(key);
    if (!before && known.size >= MOST) break;
    if (!before) known.set(key, clash);
    else if (before.kind === clash.kind)
      known.set(key, { ...before, paths: [...new Set([...before.paths, ...clash.paths])] });
  }
  return [...known.values()];
};

/** What is known best comes first; a pair may come for each of its files. */
function* clashesIn(items: readonly ItemRecord[], { conflicts }: RunState['seen']): Iterable<Clash> {
  for (const { item, state, with: others = [], paths = [] } of items) {
    if (state !== 'conflict') continue;
    for (const other of others) if (other !== item.id) yield { item: item.id, other, kind: 'found', paths };
  }
  for (const { item, other, paths } of conflicts) yield { item, other, kind: 'seen', paths };
  for (const [path, ids] of namedTwice(items)) {
    for (const [at, item] of ids.entries()) {
      for (const other of ids.slice(at + 1)) yield { item, other, kind: 'declared', paths: [path] };
    }
  }
}

/** Files that several items in hand name, by path. */
const namedTwice = (
  records: readonly ItemRecord[],
): readonly (readonly [string, readonly AchievementId[]])[] => {
  const byPath = new Map<string, AchievementId[]>();
  for (const record of records) {
    if (!isLive(record)) continue;
    for (const file of new Set(record.item.files)) {
      const ids = byPath.get(file);
      if (ids) ids.push(record.item.id);
      else byPath.set(file, [record.item.id]);
    }
  }
  return [...byPath].filter(([, ids]) => ids.length > 1);
};

/** `conflict?`, `conflict`: what fits on a line between two cards. */
export const shortClashWords = ({ kind }: Pick<Clash, 'kind'>): string =>
  kind === 'declared' ? 'conflict?' : 'conflict';

const VERBS: Readonly<Record<Clash['kind'], string>> = {
  declared: 'may conflict with',
  seen: 'cannot be merged, as it is now, with',
  found: 'conflicts with',
};

/** `may conflict with 1.2: src/a.ts`, as one of the two sides says it. */
export const clashWords = (
  { kind, paths }: Pick<Clash, 'kind' | 'paths'>,
  other: AchievementId | undefined,
): string => {
  const [first, ...more] = paths;
  const where = first === undefined ? '' : `: ${first}${more.length > 0 ? ` and ${more.length} more` : ''}`;
  return `${VERBS[kind]} ${other ?? 'what has landed'}${where}`;
};
