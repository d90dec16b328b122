import type { AchievementId } from '../model/ids';
import type { RunStatus } from './event';
import { commitIn } from './evidence';
import type { ItemState } from './itemState';
import type { ShownItem } from './standing';
import { isTaken, type Tone, toneOf } from './tone';

/** What the last run of a plan has of it: how every view counts its items, until they are in the person's files. */
export interface RunShare {
  /** Not to be called ready: the run works on them, has landed them, or has a result that waits. */
  readonly taken: ReadonlySet<AchievementId>;
  /** They are on the branch of the run, so they are no part of what is left to do. */
  readonly landed: ReadonlySet<AchievementId>;
  /** `2 running, 1 waiting for you, 3 landed`; undefined where there is nothing of that. */
  readonly words: string | undefined;
}

export const NO_SHARE: RunShare = { taken: new Set(), landed: new Set(), words: undefined };

type Item = Pick<ShownItem, 'id' | 'state'>;

export const shareOf = (items: readonly Item[]): RunShare => ({
  taken: idsOf(items, isTaken),
  landed: idsOf(items, (state) => state === 'landed'),
  words: wordsOf(items),
});

const idsOf = (items: readonly Item[], holds: (state: ItemState) => boolean): ReadonlySet<AchievementId> =>
  new Set(items.filter(({ state }) => holds(state)).map(({ id }) => id));

const wordsOf = (items: readonly Item[]): string | undefined => {
  const tones = items.filter(({ state }) => state !== 'cancelled').map(({ state }) => toneOf(state));
  const stopped = items.length - tones.length;
  const count = (...wanted: readonly Tone[]): number =>
    tones.filter((tone) => tone !== undefined && wanted.includes(tone)).length;
  const parts: readonly (readonly [number, string])[] = [
    [count('working', 'landing'), 'running'],
    [count('person'), 'waiting for you'],
    [count('failed', 'conflict'), 'failed'],
    [stopped, 'stopped'],
    [count('landed'), 'landed'],
  ];
  const said = parts.filter(([number]) => number > 0).map(([number, words]) => `${number} ${words}`);
  return said.length > 0 ? said.join(', ') : undefined;
};

/** Where that is which a run has landed: on its branch alone, in what is checked out too, or on no branch any more. */
export type LandedAt = 'branch' | 'checkout' | 'nowhere';

/** How a run stands, as far as it matters to what views of its plan show. */
interface Stand {
  /** Somebody goes on with it, or should: its runner is gone. */
  readonly isOpen: boolean;
  readonly finished: RunStatus | undefined;
  readonly landedAt: LandedAt;
}

/**
 * The items of the last run of a plan that views of the plan show: all of them while it goes on or needs somebody,
 * afterwards what is landed, until that is in the person's files. What an earlier run landed on the same branch counts as
 * landed too.
 */
export const shownItems = <T extends ShownItem>(
  all: readonly T[],
  { isOpen, finished, landedAt }: Stand,
): readonly T[] => {
  const items = all.map((item) => (isLandedBefore(item) ? { ...item, state: 'landed' as const } : item));
  const shown =
    isOpen || finished === 'waiting' || finished === 'failed'
      ? items
      : items.filter(({ state }) => state === 'landed');
  return landedAt === 'branch' ? shown : shown.filter(({ state }) => state !== 'landed');
};

const isLandedBefore = ({ state, record }: ShownItem): boolean =>
  state === 'skipped' && commitIn(record) !== undefined;
