import { edgesOf } from './edges';
import type { RunItem } from './item';

/**
 * The order in which items start with so many at a time, when each takes as long as its estimate says and lands at
 * once: what may start first, of that the longest remaining path, then plan order; with a barrier level by level.
 * Items that can never start come last.
 */
export const startOrder = (
  items: readonly RunItem[],
  { jobs, barrier }: { readonly jobs: number; readonly barrier: boolean },
): readonly RunItem[] => {
  const places = new Map(items.map(({ id }, place) => [id, place]));
  const { after, dispatch } = edgesOf(items, places);
  const waiting = after.map((before) => before.length);
  const dependents: number[][] = items.map(() => []);
  for (const [place, before] of after.entries()) for (const other of before) dependents[other]?.push(place);
  const ready = dispatch.filter((place) => waiting[place] === 0);
  const running: { readonly place: number; readonly end: number }[] = [];
  const rank = Int32Array.from(items.keys());
  for (const [at, place] of dispatch.entries()) rank[place] = at;
  const levelOf = (place: number): number => items[place]?.level ?? 0;
  const order: number[] = [];
  for (let now = 0; ; ) {
    const level = Math.min(...[...ready, ...running.map(({ place }) => place)].map(levelOf));
    while (running.length < jobs) {
      const at = ready.findIndex((place) => !barrier || levelOf(place) <= level);
      if (at < 0) break;
      const [place = 0] = ready.splice(at, 1);
      order.push(place);
      const end = now + (items[place]?.seconds ?? 0);
      running.splice(
        behind(running, (other) => other.end <= end),
        0,
        { place, end },
      );
    }
    const next = running.shift();
    if (!next) break;
    now = next.end;
    for (const dependent of dependents[next.place] ?? []) {
      waiting[dependent] = (waiting[dependent] ?? 0) - 1;
      if (waiting[dependent] !== 0) continue;
      const own = rank[dependent] as number;
      ready.splice(
        behind(ready, (other) => (rank[other] as number) < own),
        0,
        dependent,
      );
    }
  }
  const placed = new Set(order);
  return [...order, ...[...items.keys()].filter((place) => !placed.has(place))].flatMap(
    (place) => items[place] ?? [],
  );
};

/** How many at the beginning of a list come before. */
const behind = <T>(list: readonly T[], comesBefore: (item: T) => boolean): number => {
  const at = list.findIndex((item) => !comesBefore(item));
  return at < 0 ? list.length : at;
};
