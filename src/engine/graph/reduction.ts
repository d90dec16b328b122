import type { Graph } from './graph';
import type { Topology } from './levels';

/** Working memory of the searches; an entry counts for the node whose number (plus one) it holds. */
interface Search {
  readonly reached: Int32Array;
  readonly expanded: Int32Array;
  readonly wanted: Int32Array;
  readonly stack: Int32Array;
}

/** Puts the dependencies that can hide others on the stack; answers how many can be hidden, and the lowest level. */
const begin = (
  graph: Graph,
  levels: Int32Array,
  left: Uint8Array,
  search: Search,
  node: number,
): { size: number; hideable: number; floor: number } => {
  const { starts, targets } = graph.dependencies;
  const first = starts[node] as number;
  const end = starts[node + 1] as number;
  let floor = Number.MAX_SAFE_INTEGER;
  let top = -1;
  for (let edge = first; edge < end; edge++) {
    if (left[edge] !== 0) continue;
    const level = levels[targets[edge] as number] as number;
    if (level < floor) floor = level;
    if (level > top) top = level;
  }
  let size = 0;
  let hideable = 0;
  for (let edge = first; edge < end && floor < top; edge++) {
    if (left[edge] !== 0) continue;
    const dependency = targets[edge] as number;
    const level = levels[dependency] as number;
    if (level < top) {
      search.wanted[dependency] = node + 1;
      hideable++;
    }
    if (level === floor) continue;
    search.expanded[dependency] = node + 1;
    search.stack[size++] = dependency;
  }
  return { size, hideable, floor };
};

/** Marks what the dependencies of `node` depend on, along edges that are left, down to the lowest level of interest. */
const reach = (graph: Graph, levels: Int32Array, left: Uint8Array, search: Search, node: number): boolean => {
  const { starts, targets } = graph.dependencies;
  const { reached, expanded, wanted, stack } = search;
  const begun = begin(graph, levels, left, search, node);
  const { floor } = begun;
  let { size, hideable } = begun;
  const all = hideable;
  const mark = node + 1;
  while (size > 0 && hideable > 0) {
    const current = stack[--size] as number;
    const end = starts[current + 1] as number;
    for (let edge = starts[current] as number; edge < end; edge++) {
      if (left[edge] !== 0) continue;
      const target = targets[edge] as number;
      const level = levels[target] as number;
      if (level < floor || reached[target] === mark) continue;
      reached[target] = mark;
      if (wanted[target] === mark) hideable--;
      if (level === floor || expanded[target] === mark) continue;
      expanded[target] = mark;
      stack[size++] = target;
    }
  }
  return hideable < all;
};

/**
 * Transitive reduction: one byte per edge of `graph.dependencies.targets`, 1 where the edge says nothing
 * new because another dependency of the same node depends on its target anyway. Edges of nodes in or
 * behind a cycle are always kept.
 *
 * With `done` (1 for finished nodes) only unfinished nodes are looked at: edges to finished nodes are 1,
 * and finished nodes hide nothing.
 *
 * Levels bound each search, and searches run along edges already known to be needed.
 */
export const redundantEdges = (graph: Graph, { levels, order }: Topology, done?: Uint8Array): Uint8Array => {
  const { nodeCount } = graph;
  const { starts, targets } = graph.dependencies;
  const redundant = new Uint8Array(targets.length);
  if (done)
    for (let edge = 0; edge < targets.length; edge++)
      redundant[edge] = done[targets[edge] as number] as number;
  const search: Search = {
    reached: new Int32Array(nodeCount),
    expanded: new Int32Array(nodeCount),
    wanted: new Int32Array(nodeCount),
    stack: new Int32Array(nodeCount),
  };
  for (let at = 0; at < order.length; at++) {
    const node = order[at] as number;
    const end = starts[node + 1] as number;
    const first = starts[node] as number;
    if (end - first < 2 || !reach(graph, levels, redundant, search, node)) continue;
    for (let edge = first; edge < end; edge++) {
      if (search.reached[targets[edge] as number] === node + 1) redundant[edge] = 1;
    }
  }
  return redundant;
};
