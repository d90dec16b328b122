import { createGraph } from '../graph/graph';
import { topologyOf } from '../graph/levels';
import type { AchievementId } from '../model/ids';
import type { RunItem } from './item';
import type { RunEdges } from './state';

export const NO_EDGES: RunEdges = { after: [], soft: [], order: [], dispatch: [] };

/** The edges between items, and the order in which they start where there is a choice. Linear but for the sorting. */
export const edgesOf = (items: readonly RunItem[], places: ReadonlyMap<AchievementId, number>): RunEdges => {
  const placesOf = (ids: readonly AchievementId[]): readonly number[] =>
    ids.flatMap((id) => places.get(id) ?? []);
  const after = items.map((item) => placesOf(item.after));
  const pairs = after.flatMap((before, node) => before.flatMap((dependency) => [node, dependency]));
  const order = [...topologyOf(createGraph(items.length, pairs)).order];
  const path = remainingPaths(items, after, order);
  return {
    after,
    soft: items.map((item) => placesOf(item.soft)),
    order,
    dispatch: [...items.keys()].sort((one, other) => (path[other] ?? 0) - (path[one] ?? 0) || one - other),
  };
};

/** Seconds from the start of each item to the end of the longest chain behind it. */
const remainingPaths = (
  items: readonly RunItem[],
  after: readonly (readonly number[])[],
  order: readonly number[],
): Float64Array => {
  const path = Float64Array.from(items, ({ seconds }) => seconds);
  // dependents come before what they depend on
  for (const node of order.toReversed()) {
    const own = path[node] as number;
    for (const dependency of after[node] ?? []) {
      const through = own + (items[dependency]?.seconds ?? 0);
      if (through > (path[dependency] as number)) path[dependency] = through;
    }
  }
  return path;
};
