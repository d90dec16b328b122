import type { Graph } from './graph';

/** Working memory of the search for cycles, one entry per node; all but `work` is left as it was found. */
export interface CycleSearch {
  readonly graph: Graph;
  /** 1 for the nodes a cycle may use. */
  readonly inside: Uint8Array;
  /** Edges from a node back to the start; -1 while unknown. */
  readonly distance: Int32Array;
  readonly onPath: Uint8Array;
  /** Edges that may still be looked at. */
  work: number;
}

/** Measures the distance back to `start` from greater nodes inside; stops at the first cycle if asked to. */
const measure = (
  search: CycleSearch,
  start: number,
  once: boolean,
): { met: number[]; shortest: number | undefined } => {
  const { inside, distance } = search;
  const { starts, targets } = search.graph.dependents;
  const met = [start];
  distance[start] = 0;
  let shortest: number | undefined;
  for (let at = 0; at < met.length; at++) {
    const node = met[at] as number;
    const next = (distance[node] as number) + 1;
    const end = starts[node + 1] as number;
    search.work -= end - (starts[node] as number);
    for (let edge = starts[node] as number; edge < end; edge++) {
      const dependent = targets[edge] as number;
      if (dependent === start) shortest ??= next;
      if (dependent <= start || inside[dependent] === 0 || distance[dependent] !== -1) continue;
      distance[dependent] = next;
      met.push(dependent);
    }
    if (once && shortest !== undefined) break;
  }
  return { met, shortest };
};

/** Length of the shortest cycle through `start` and greater nodes inside, or undefined. */
export const shortestFrom = (search: CycleSearch, start: number): number | undefined => {
  const { met, shortest } = measure(search, start, true);
  for (const node of met) search.distance[node] = -1;
  return shortest;
};

/**
 * Adds the elementary cycles of exactly `length` through `start` and greater nodes inside, in order of
 * their nodes, until there are `limit`. Returns a length below which there are no longer ones, or
 * undefined when there are none at all. Depth first with the way back known, so it only goes where a
 * cycle of this length is still possible.
 */
export const cyclesFrom = (
  search: CycleSearch,
  start: number,
  length: number,
  cycles: number[][],
  limit: number,
): number | undefined => {
  const { distance, onPath } = search;
  const { starts, targets } = search.graph.dependencies;
  const { met } = measure(search, start, false);
  let longer = Number.POSITIVE_INFINITY;
  const path = [start];
  const next = [starts[start] as number];
  onPath[start] = 1;
  // the first cycle is found whatever it takes: the shortest one has no dead ends
  while (path.length > 0 && cycles.length < limit && (search.work > 0 || cycles.length === 0)) {
    search.work--;
    const depth = path.length;
    const node = path[depth - 1] as number;
    const edge = next[depth - 1] as number;
    if (edge === starts[node + 1]) {
      onPath[node] = 0;
      path.pop();
      next.pop();
      continue;
    }
    next[depth - 1] = edge + 1;
    const target = targets[edge] as number;
    if (target === start && depth === length) {
      cycles.push([...path]);
      search.work -= length;
    }
    const back = distance[target] as number;
    if (back <= 0 || onPath[target] === 1) continue;
    const total = depth + back;
    if (total > length) {
      longer = Math.min(longer, total);
    } else {
      onPath[target] = 1;
      path.push(target);
      next.push(starts[target] as number);
    }
  }
  for (const node of path) onPath[node] = 0;
  for (const node of met) distance[node] = -1;
  return longer === Number.POSITIVE_INFINITY ? undefined : longer;
};
