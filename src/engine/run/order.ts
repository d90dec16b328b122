import { edgesOf } from './edges';
import type { RunItem } from './item';

/**
 * The order in which items start when one is worked on at a time: each after those it depends on, then by the longest
 * remaining path, then in plan order; with a barrier level by level. Items that can never start come last.
 */
export const startOrder = (items: readonly RunItem[], barrier: boolean): readonly RunItem[] => {
  const places = new Map(items.map(({ id }, place) => [id, place]));
  const { after, dispatch } = edgesOf(items, places);
  const waiting = after.map((before) => before.length);
  const dependents: number[][] = items.map(() => []);
  for (const [place, before] of after.entries()) for (const other of before) dependents[other]?.push(place);
  const rank = Int32Array.from(items.keys());
  for (const [at, place] of dispatch.entries()) rank[place] = at;
  const levelOf = (place: number): number => (barrier ? (items[place]?.level ?? 0) : 0);
  const ready = [...items.keys()].filter((place) => waiting[place] === 0);
  const comesFirst = (one: number, other: number): number =>
    levelOf(other) - levelOf(one) || (rank[other] as number) - (rank[one] as number);
  const order: number[] = [];
  ready.sort(comesFirst);
  for (let place = ready.pop(); place !== undefined; place = ready.pop()) {
    order.push(place);
    for (const dependent of dependents[place] ?? []) {
      waiting[dependent] = (waiting[dependent] ?? 0) - 1;
      if (waiting[dependent] !== 0) continue;
      const at = ready.findIndex((other) => comesFirst(other, dependent) > 0);
      ready.splice(at < 0 ? ready.length : at, 0, dependent);
    }
  }
  const placed = new Set(order);
  return [...order, ...[...items.keys()].filter((place) => !placed.has(place))].flatMap(
    (place) => items[place] ?? [],
  );
};
