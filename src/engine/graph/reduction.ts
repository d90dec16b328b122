import type { Graph } from './graph';
import type { Topology } from './levels';

/** Working memory of the searches; an entry counts for the node whose number (plus one) it holds. */
interface Search {
  readonly graph: Graph;
  /** Longest path of dependencies below a node. */
  readonly levels: Int32Array;
  /** Longest path of dependents above a node. */
  readonly heights: Int32Array;
  /** 1 for edges that need not be followed. */
  readonly redundant: Uint8Array;
  /** The edges that are left of nodes the search has dealt with: a node's row in `needed` ends at `neededEnds`. */
  readonly needed: Int32Array;
  readonly neededEnds: Int32Array;
  readonly reached: Int32Array;
  readonly wanted: Int32Array;
  readonly stack: Int32Array;
}

/** What a search for hidden dependencies may find: nodes strictly above `floor` and below `ceiling` can lead there. */
interface Bounds {
  /** Dependencies that a search may find. */
  hideable: number;
  /** Lowest level of one of them. */
  floor: number;
  /** Greatest height of one of them. */
  ceiling: number;
}

const heightsOf = ({ nodeCount, dependents }: Graph, order: Int32Array): Int32Array => {
  const { starts, targets } = dependents;
  const heights = new Int32Array(nodeCount);
  for (let at = order.length - 1; at >= 0; at--) {
    const node = order[at] as number;
    let height = 0;
    const end = starts[node + 1] as number;
    for (let edge = starts[node] as number; edge < end; edge++) {
      const above = (heights[targets[edge] as number] as number) + 1;
      if (above > height) height = above;
    }
    heights[node] = height;
  }
  return heights;
};

/** Dependencies on the highest level are never hidden, as they cannot be reached; all others may be. */
const boundsOf = (search: Search, node: number, bounds: Bounds): void => {
  const { levels, heights, redundant, wanted } = search;
  const { starts, targets } = search.graph.dependencies;
  const first = starts[node] as number;
  const end = starts[node + 1] as number;
  let top = -1;
  for (let edge = first; edge < end; edge++) {
    const level = levels[targets[edge] as number] as number;
    if (level > top && redundant[edge] === 0) top = level;
  }
  bounds.hideable = 0;
  bounds.floor = top;
  bounds.ceiling = 0;
  for (let edge = first; edge < end; edge++) {
    const target = targets[edge] as number;
    const level = levels[target] as number;
    if (redundant[edge] !== 0 || level === top) continue;
    wanted[target] = node + 1;
    bounds.hideable++;
    if (level < bounds.floor) bounds.floor = level;
    if ((heights[target] as number) > bounds.ceiling) bounds.ceiling = heights[target] as number;
  }
};

const leadsOn = ({ levels, heights }: Search, node: number, { floor, ceiling }: Bounds): boolean =>
  (levels[node] as number) > floor && (heights[node] as number) < ceiling;

/** Puts the dependencies of `node` that can hide others on the stack; returns how many. */
const seed = (search: Search, node: number, bounds: Bounds): number => {
  const { redundant, stack } = search;
  const { starts, targets } = search.graph.dependencies;
  const end = starts[node + 1] as number;
  let size = 0;
  for (let edge = starts[node] as number; edge < end; edge++) {
    const target = targets[edge] as number;
    if (redundant[edge] === 0 && leadsOn(search, target, bounds)) stack[size++] = target;
  }
  return size;
};

/** Marks what the dependencies of `node` depend on, as far as it can hide one of them. */
const reach = (search: Search, node: number, bounds: Bounds): void => {
  const { needed, neededEnds, reached, wanted, stack } = search;
  const { starts } = search.graph.dependencies;
  const mark = node + 1;
  let left = bounds.hideable;
  let size = seed(search, node, bounds);
  while (size > 0 && left > 0) {
    const current = stack[--size] as number;
    const end = neededEnds[current] as number;
    for (let edge = starts[current] as number; edge < end; edge++) {
      const target = needed[edge] as number;
      if (reached[target] === mark) continue;
      reached[target] = mark;
      if (wanted[target] === mark) left--;
      if (leadsOn(search, target, bounds)) stack[size++] = target;
    }
  }
};

/** Marks the edges of `node` whose target the search has reached, and keeps the others. */
const settle = (search: Search, node: number): void => {
  const { redundant, reached, needed, neededEnds } = search;
  const { starts, targets } = search.graph.dependencies;
  const end = starts[node + 1] as number;
  let size = starts[node] as number;
  for (let edge = size; edge < end; edge++) {
    const target = targets[edge] as number;
    if (reached[target] === node + 1) redundant[edge] = 1;
    else if (redundant[edge] === 0) needed[size++] = target;
  }
  neededEnds[node] = size;
};

/**
 * Transitive reduction: one byte per edge of `graph.dependencies.targets`, 1 where the edge says nothing
 * new because another dependency of the same node depends on its target anyway. Edges of nodes in or
 * behind a cycle are always kept.
 *
 * With `done` (1 for finished nodes) only unfinished nodes are looked at: edges to finished nodes are 1,
 * and finished nodes hide nothing.
 *
 * Levels and heights bound each search, and searches run along edges already known to be needed.
 */
export const redundantEdges = (graph: Graph, { levels, order }: Topology, done?: Uint8Array): Uint8Array => {
  const { nodeCount } = graph;
  const { starts, targets } = graph.dependencies;
  const redundant = new Uint8Array(targets.length);
  if (done)
    for (let edge = 0; edge < targets.length; edge++)
      redundant[edge] = done[targets[edge] as number] as number;
  const search: Search = {
    graph,
    levels,
    heights: heightsOf(graph, order),
    redundant,
    needed: new Int32Array(targets.length),
    neededEnds: new Int32Array(nodeCount),
    reached: new Int32Array(nodeCount),
    wanted: new Int32Array(nodeCount),
    // a node is put there once as a dependency of the node in question, and once when reached
    stack: new Int32Array(2 * nodeCount),
  };
  const bounds: Bounds = { hideable: 0, floor: 0, ceiling: 0 };
  for (let at = 0; at < order.length; at++) {
    const node = order[at] as number;
    if ((starts[node + 1] as number) - (starts[node] as number) > 1) {
      boundsOf(search, node, bounds);
      if (bounds.hideable > 0) reach(search, node, bounds);
    }
    settle(search, node);
  }
  return redundant;
};
