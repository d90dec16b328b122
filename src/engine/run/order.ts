import { edgesOf } from './edges';
import type { RunItem } from './item';

/** When an item is worked on, when each takes as long as its estimate says and lands at once; in seconds. */
export interface PlannedTime {
  readonly item: RunItem;
  readonly start: number;
  readonly end: number;
}

interface Running {
  readonly place: number;
  /** In seconds from the beginning. */
  readonly start: number;
  readonly end: number;
}

interface HowMany {
  readonly jobs: number;
  readonly barrier: boolean;
}

/**
 * The order in which items start with so many at a time, when each takes as long as its estimate says and lands at
 * once: what may start first, of that the longest remaining path, then plan order; with a barrier level by level.
 * Items that can never start come last.
 */
export const startOrder = (items: readonly RunItem[], howMany: HowMany): readonly RunItem[] => {
  const order = simulated(items, howMany).map(({ place }) => place);
  const placed = new Set(order);
  const never = [...items.keys()].filter((place) => !placed.has(place));
  return [...order, ...never].flatMap((place) => items[place] ?? []);
};

/** When items are worked on, in that order; without those that can never start. */
export const plannedTimes = (items: readonly RunItem[], howMany: HowMany): readonly PlannedTime[] =>
  simulated(items, howMany).flatMap(({ place, start, end }) => {
    const item = items[place];
    return item ? [{ item, start, end }] : [];
  });

const simulated = (items: readonly RunItem[], { jobs, barrier }: HowMany): readonly Running[] => {
  const places = new Map(items.map(({ id }, place) => [id, place]));
  const { after, dispatch } = edgesOf(items, places);
  const ranks = new Map(dispatch.map((place, rank) => [place, rank]));
  const rankOf = (place: number): number => ranks.get(place) ?? 0;
  const levelOf = (place: number): number => (barrier ? (items[place]?.level ?? 0) : 0);
  const open = createOpen(after);
  const ready = dispatch.filter((place) => after[place]?.length === 0);
  const running: Running[] = [];
  const order: Running[] = [];
  const start = (now: number): void => {
    const level = [...ready, ...running.map(({ place }) => place)].reduce(
      (least, place) => Math.min(least, levelOf(place)),
      Number.POSITIVE_INFINITY,
    );
    while (running.length < jobs) {
      const [place] = takeFirst(ready, (each) => levelOf(each) <= level);
      if (place === undefined) return;
      const next = { place, start: now, end: now + (items[place]?.seconds ?? 0) };
      order.push(next);
      insert(running, next, (other) => other.end <= next.end);
    }
  };
  start(0);
  for (let next = running.shift(); next; next = running.shift()) {
    for (const place of open.land(next.place)) {
      insert(ready, place, (other) => rankOf(other) < rankOf(place));
    }
    start(next.end);
  }
  return order;
};

/** Counts what each item still waits for. */
const createOpen = (after: readonly (readonly number[])[]) => {
  const waiting = after.map((before) => before.length);
  const dependents: number[][] = after.map(() => []);
  for (const [place, before] of after.entries()) for (const other of before) dependents[other]?.push(place);
  return {
    /** What waits for nothing any more. */
    land: (landed: number): readonly number[] =>
      (dependents[landed] ?? []).filter((place) => {
        waiting[place] = (waiting[place] ?? 0) - 1;
        return waiting[place] === 0;
      }),
  };
};

/** Takes the first that fits out of a list, as a list of one or none. */
const takeFirst = <T>(list: T[], fits: (item: T) => boolean): readonly T[] => {
  const at = list.findIndex(fits);
  return at < 0 ? [] : list.splice(at, 1);
};

/** Puts an item behind all at the beginning of a list that come before it. */
const insert = <T>(list: T[], item: T, comesBefore: (other: T) => boolean): void => {
  const at = list.findIndex((other) => !comesBefore(other));
  list.splice(at < 0 ? list.length : at, 0, item);
};
