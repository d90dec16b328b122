import { isDeepStrictEqual } from 'node:util';
import { isLive, touchedIn } from '../../engine/run/live';
import type { LiveConflict, Seen } from '../../engine/run/seen';
import type { ItemRecord } from '../../engine/run/state';
import { orThrow } from '../../shared/result';
import { messageOf } from '../../shared/userError';
import type { GitVariables } from '../git/command';
import { commitOf, type Identity } from '../git/commits';
import { conflictsBetween, type Pair } from '../git/conflicts';
import { changedBetween } from '../git/runCommits';
import { makeScratch } from '../git/scratch';
import { snapshotOf } from '../git/snapshot';
import type { RunContext } from './context';

/** Looks into the worktrees while the work goes on, and tells what could not be merged as it is now. */
export interface Forecast {
  /** Looks, where it is time to. Never two looks at once. */
  tick(): void;
  /** Something happened that may change the answer: the next tick looks. */
  due(): void;
  /** Resolves when no look goes on. */
  settled(): Promise<void>;
}

/** Between two looks, in milliseconds. */
const REST_MS = 30_000;
/** Looks take no more than this share of the time, and no more than the second one where something happened. */
const USUAL_SHARE = 0.005;
const LARGEST_SHARE = 0.05;
/** So many paths of a conflict are told. */
const MOST_PATHS = 20;

const NOBODY: Identity = { name: 'Parallel Plans', email: 'parallel-plans@localhost' };

/** Work as it is now. */
interface Work {
  readonly item: string;
  readonly base: string;
  readonly commit: string;
  readonly paths: readonly string[];
}

export const createForecast = (context: RunContext): Forecast => {
  const { state } = context;
  let next = Date.now() + REST_MS;
  /** No look before that time. */
  let earliest = 0;
  let isDue = false;
  let going: Promise<void> | undefined;
  let isTold = false;

  const workOf = async (record: ItemRecord, env: GitVariables): Promise<Work | undefined> => {
    const { item, base, worktree } = record;
    if (base === undefined || worktree === undefined || !isLive(record)) return undefined;
    const commit =
      record.head ??
      orThrow(await snapshotOf(worktree, 'What was there\n', { identity: NOBODY, env })).commit;
    if (commit === base) return undefined;
    const { created, modified } = orThrow(await changedBetween(context.settings.top, base, commit, env));
    return { item: item.id, base, commit, paths: [...created, ...modified] };
  };

  /** Nothing of it stays in the repository. */
  const look = async (): Promise<void> => {
    const scratch = orThrow(await makeScratch(context.settings.top));
    try {
      await lookWith(scratch.env);
    } finally {
      await scratch.remove();
    }
  };

  const lookWith = async (env: GitVariables): Promise<void> => {
    const { top } = context.settings;
    const works: Work[] = [];
    for (const record of state.items) {
      // one that is removed or locked this very moment is looked at next time
      const work = await workOf(record, env).catch(() => undefined);
      if (work) works.push(work);
    }
    const tip = state.head && orThrow(await commitOf(top, `refs/heads/${state.head.branch}`));
    const asked = [...againstTip(works, tip), ...amongThem(works)];
    const verdicts = orThrow(
      await conflictsBetween(
        top,
        asked.map(({ pair }) => pair),
        env,
      ),
    );
    const conflicts = asked.flatMap(({ items: [item, other] }, at): readonly LiveConflict[] => {
      const { verdict, paths = [] } = verdicts[at] ?? {};
      if (verdict !== 'conflict') return [];
      return [{ item, ...(other !== undefined && { other }), paths: paths.slice(0, MOST_PATHS) }];
    });
    const changed = new Map(works.map(({ item, paths }) => [item, paths]));
    const seen: Seen = { conflicts, touched: touchedIn(state, changed) };
    const { conflicts: before, touched } = state.seen;
    if (isDeepStrictEqual(seen, { conflicts: before, touched }) || state.finished !== undefined) return;
    await context.tell({ event: 'foreseen', ...seen });
  };

  return {
    due: () => {
      isDue = true;
    },
    tick: () => {
      const began = Date.now();
      if (going || began < (isDue ? earliest : next) || !state.items.some(isLive)) return;
      isDue = false;
      going = look()
        .catch((error: unknown) => {
          if (!isTold) context.note(`Conflicts cannot be foreseen: ${messageOf(error)}`);
          isTold = true;
        })
        .finally(() => {
          going = undefined;
          const now = Date.now();
          earliest = now + (now - began) / LARGEST_SHARE;
          next = now + Math.max(REST_MS, (now - began) / USUAL_SHARE);
        });
    },
    settled: async () => going,
  };
};

interface Asked {
  readonly items: readonly [item: string, other?: string];
  readonly pair: Pair;
}

/** What began before something landed. */
const againstTip = (works: readonly Work[], tip: string | undefined): readonly Asked[] =>
  tip === undefined
    ? []
    : works
        .filter(({ base }) => base !== tip)
        .map(({ item, commit }) => ({ items: [item], pair: [tip, commit] }));

/** Every two that changed the same file: no others can conflict, but by folders that become files. */
const amongThem = (works: readonly Work[]): readonly Asked[] =>
  works.flatMap((one, at) => {
    const paths = new Set(one.paths);
    return works
      .slice(at + 1)
      .filter((other) => other.paths.some((path) => paths.has(path)))
      .map((other): Asked => ({ items: [one.item, other.item], pair: [one.commit, other.commit] }));
  });
