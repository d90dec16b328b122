import { componentsOf } from './components';
import type { Graph } from './graph';

/** What Kahn's algorithm says of a graph. */
export interface Topology {
  /** Zero-based length of the longest path of dependencies; -1 in or behind a cycle. */
  readonly levels: Int32Array;
  /** The nodes that have a level, every node after its dependencies, by level. */
  readonly order: Int32Array;
  /** Whether every node has a level. */
  readonly acyclic: boolean;
}

/** Levels and order of all nodes that are neither in a cycle nor behind one. Linear in nodes and edges. */
export const topologyOf = ({ nodeCount, dependencies, dependents }: Graph): Topology => {
  const waiting = new Int32Array(nodeCount);
  const levels = new Int32Array(nodeCount).fill(-1);
  // one more, for a dependent that is put there before it is its turn
  const order = new Int32Array(nodeCount + 1);
  let size = 0;
  for (let node = 0; node < nodeCount; node++) {
    const count = (dependencies.starts[node + 1] as number) - (dependencies.starts[node] as number);
    waiting[node] = count;
    if (count === 0) order[size++] = node;
  }
  const { starts, targets } = dependents;
  let level = -1;
  let levelEnd = 0;
  // first in, first out, so the dependency that is met last has the highest level
  for (let at = 0; at < size; at++) {
    if (at === levelEnd) {
      level++;
      levelEnd = size;
    }
    const node = order[at] as number;
    levels[node] = level;
    const end = starts[node + 1] as number;
    for (let edge = starts[node] as number; edge < end; edge++) {
      const dependent = targets[edge] as number;
      const left = (waiting[dependent] as number) - 1;
      waiting[dependent] = left;
      // whether it is its turn is not predictable, so no branch: the place is used again if it is not
      order[size] = dependent;
      size += (left - 1) >>> 31;
    }
  }
  return { levels, order: order.subarray(0, size), acyclic: size === nodeCount };
};

/** Zero-based dependency level per node; -1 for nodes in or behind a cycle. */
export const levelsOf = (graph: Graph): Int32Array => topologyOf(graph).levels;

/**
 * 1 for every node that lies on a cycle itself, 0 for every other one: among the nodes without a level
 * this tells "in a cycle" from "behind a cycle".
 */
export const cycleMembersOf = (graph: Graph, { levels, acyclic }: Topology): Uint8Array => {
  const members = new Uint8Array(graph.nodeCount);
  if (acyclic) return members;
  for (const component of componentsOf(graph, levels)) for (const node of component) members[node] = 1;
  return members;
};
