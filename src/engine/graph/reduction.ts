import type { Graph } from './graph';
import type { Topology } from './levels';

/** Working memory of the searches. */
interface Search {
  readonly graph: Graph;
  /** Longest path of dependencies below a node. */
  readonly levels: Int32Array;
  /** Longest path of dependents above a node. */
  readonly heights: Int32Array;
  /** 1 for edges that need not be followed. */
  readonly redundant: Uint8Array;
  /** The edges not known to be redundant: a node's row starts as in the graph, and ends at `neededEnds`. */
  readonly needed: Int32Array;
  readonly neededEnds: Int32Array;
  /** `n + 1` for what the search for node `n` has reached, `-(n + 1)` for what it still wants to reach. */
  readonly marks: Int32Array;
  readonly stack: Int32Array;
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

/** What a search looks for: nodes strictly above `floor` and below `ceiling` can lead there. */
interface Bounds {
  /** How many dependencies may be found. */
  wanted: number;
  /** Lowest level of one of them. */
  floor: number;
  /** Greatest height of one of them. */
  ceiling: number;
}

/**
 * 1 where `level > floor && height < ceiling`, else 0. Neither is predictable, and mispredicted branches are what
 * a search costs, so there is none: both differences must have their sign bit set.
 */
const leadsOn = (level: number, floor: number, height: number, ceiling: number): number =>
  ((floor - level) & (height - ceiling)) >>> 31;

/**
 * Prepares the search for dependencies of `node` that others of them depend on; says whether there can be any.
 *
 * A dependency on the highest level cannot be reached from the others. The rest may be, and only from nodes
 * above the lowest of them that are below the greatest of their heights.
 */
const want = (search: Search, node: number, bounds: Bounds): boolean => {
  const { levels, heights, needed, marks } = search;
  const first = search.graph.dependencies.starts[node] as number;
  const end = search.neededEnds[node] as number;
  let top = -1;
  let floor = levels[node] as number;
  for (let edge = first; edge < end; edge++) {
    const level = levels[needed[edge] as number] as number;
    if (level > top) top = level;
    if (level < floor) floor = level;
  }
  if (floor >= top) return false;
  let wanted = 0;
  let ceiling = 0;
  for (let edge = first; edge < end; edge++) {
    const target = needed[edge] as number;
    if (levels[target] === top) continue;
    marks[target] = -(node + 1);
    wanted++;
    const height = heights[target] as number;
    if (height > ceiling) ceiling = height;
  }
  bounds.wanted = wanted;
  bounds.floor = floor;
  bounds.ceiling = ceiling;
  return true;
};

/** Marks what the dependencies of `node` depend on, as far as it can be wanted; says whether anything wanted is among it. */
const reach = (search: Search, node: number, { wanted, floor, ceiling }: Bounds): boolean => {
  const { levels, heights, needed, neededEnds, marks, stack } = search;
  const { starts } = search.graph.dependencies;
  const mark = node + 1;
  let left = wanted;
  let size = 0;
  // the place on top of the stack is used again unless its node leads on
  for (let edge = starts[node] as number; edge < (neededEnds[node] as number); edge++) {
    const target = needed[edge] as number;
    stack[size] = target;
    size += leadsOn(levels[target] as number, floor, heights[target] as number, ceiling);
  }
  while (size > 0 && left > 0) {
    const current = stack[--size] as number;
    const end = neededEnds[current] as number;
    for (let edge = starts[current] as number; edge < end; edge++) {
      const target = needed[edge] as number;
      const state = marks[target];
      if (state === mark) continue;
      if (state === -mark) left--;
      marks[target] = mark;
      stack[size] = target;
      size += leadsOn(levels[target] as number, floor, heights[target] as number, ceiling);
    }
  }
  return left < wanted;
};

/** Marks the edges of `node` whose target the search has reached, and keeps the others. */
const settle = ({ graph, redundant, needed, neededEnds, marks }: Search, node: number): void => {
  const { starts, targets } = graph.dependencies;
  const end = starts[node + 1] as number;
  let size = starts[node] as number;
  for (let edge = size; edge < end; edge++) {
    const target = targets[edge] as number;
    if (marks[target] === node + 1) redundant[edge] = 1;
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
  const search: Search = {
    graph,
    levels,
    heights: heightsOf(graph, order),
    redundant,
    needed: targets.slice(),
    neededEnds: starts.slice(1),
    marks: new Int32Array(nodeCount),
    // a node is put there once as a dependency of the node in question, and once when reached; one place to spare
    stack: new Int32Array(2 * nodeCount + 1),
  };
  if (done) {
    for (let edge = 0; edge < targets.length; edge++)
      redundant[edge] = done[targets[edge] as number] as number;
    for (let node = 0; node < nodeCount; node++) settle(search, node);
  }
  const bounds: Bounds = { wanted: 0, floor: 0, ceiling: 0 };
  for (let at = 0; at < order.length; at++) {
    const node = order[at] as number;
    if (want(search, node, bounds) && reach(search, node, bounds)) settle(search, node);
  }
  return redundant;
};
