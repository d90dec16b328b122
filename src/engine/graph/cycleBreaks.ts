import { ComponentGraph, type NodeEdge } from './componentGraph';
import { componentsOf } from './components';
import type { Graph } from './graph';
import { type Topology, topologyOf } from './levels';

/** An edge without which a component has no cycle, and the longest chain of work through it that is left. */
export interface BreakingEdge extends NodeEdge {
  /** Infinite where measuring takes too long. */
  readonly chain: number;
}

/** What takes every cycle out of one strongly connected component. */
export interface ComponentBreaks {
  /** Ascending. */
  readonly nodes: readonly number[];
  /** Edges that do so alone: those that leave the shortest chain first, then those that reach furthest ahead. */
  readonly alone: readonly BreakingEdge[];
  /** Where none does: a set of edges that does so together, and with any one of them back would not. */
  readonly together: readonly NodeEdge[];
  /** The set is as small as one can be, and no edge that would do alone is left out. */
  readonly exact: boolean;
}

/** Edges looked at for all components together; what would take longer is answered by {@link edgesAhead}. */
const MOST_WORK = 1_000_000;
/** A set of more edges is not searched for. */
const LARGEST_SET = 8;

/**
 * What breaks the cycles of every component that has one, edges of nodes to themselves aside; components by their
 * smallest node. Node numbers are in document order, `durations` are as for the critical path. Exact for components small enough for {@link MOST_WORK}.
 */
export const cycleBreaksOf = (
  graph: Graph,
  topology: Topology,
  durations: Float64Array,
): readonly ComponentBreaks[] => {
  if (topology.acyclic) return [];
  const surroundings = {
    durations,
    before: chainsBefore(graph, topology, durations),
    after: chainsBefore(turned(graph), topologyOf(turned(graph)), durations),
  };
  let left = MOST_WORK;
  return componentsOf(graph, topology.levels)
    .filter((nodes) => nodes.length > 1)
    .map((nodes) => {
      const component = new ComponentGraph(graph, nodes, surroundings);
      const breaks = breaksOf(component, nodes, left);
      left -= component.work;
      return breaks;
    });
};

const turned = ({ nodeCount, dependencies, dependents }: Graph): Graph => ({
  nodeCount,
  dependencies: dependents,
  dependents: dependencies,
});

/** The longest chain that every node waits for, of nodes that are neither in a cycle nor behind one. */
const chainsBefore = (
  { nodeCount, dependents: { starts, targets } }: Graph,
  { order }: Topology,
  durations: Float64Array,
): Float64Array => {
  const before = new Float64Array(nodeCount);
  for (const node of order) {
    const end = (before[node] as number) + (durations[node] as number);
    for (let edge = starts[node] as number; edge < (starts[node + 1] as number); edge++) {
      const dependent = targets[edge] as number;
      before[dependent] = Math.max(before[dependent] as number, end);
    }
  }
  return before;
};

const breaksOf = (component: ComponentGraph, nodes: readonly number[], most: number): ComponentBreaks => {
  const { found, exact } = edgesAlone(component, nodes.length, most);
  if (found.length > 0) return { nodes, alone: found.sort(byMerit), together: [], exact };
  const set = exact ? smallestSet(component, most) : undefined;
  const chosen = set ?? edgesAhead(component, most);
  return {
    nodes,
    alone: [],
    together: chosen.map((edge) => component.edges[edge] as NodeEdge),
    exact: set !== undefined,
  };
};

const aheadBy = ({ node, dependency }: NodeEdge): number => dependency - node;

const compare = (one: number, other: number): number => (one < other ? -1 : one > other ? 1 : 0);

const byMerit = (one: BreakingEdge, other: BreakingEdge): number =>
  compare(one.chain, other.chain) || aheadBy(other) - aheadBy(one) || one.node - other.node;

/** An edge that breaks every cycle lies on any one of them, so those of one cycle are all there is to try. */
const edgesAlone = (component: ComponentGraph, size: number, most: number) => {
  const { edges, removed } = component;
  const cycle = component.findCycle() ?? [];
  const found: BreakingEdge[] = [];
  // a ring and nothing else: every edge will do
  const isRing = edges.length === size;
  let exact = true;
  for (const edge of cycle) {
    const mayLook = component.work < most;
    exact = isRing || mayLook;
    if (!exact) break;
    removed[edge] = 1;
    const chain = mayLook ? component.longestChain() : Number.POSITIVE_INFINITY;
    removed[edge] = 0;
    if (chain !== undefined) found.push({ ...(edges[edge] as NodeEdge), chain });
  }
  return { found, exact };
};

/** By iterative deepening: some edge of every cycle must go. Undefined when that takes too much work. */
const smallestSet = (component: ComponentGraph, most: number): readonly number[] | undefined => {
  for (let size = 2; size <= LARGEST_SET; size++) {
    const kept = new Uint8Array(component.edges.length);
    const set = setOf(component, size, kept, most);
    if (set || component.work >= most) return set;
  }
  return undefined;
};

/** Never deeper than `size`, which is small. An edge tried before is kept, for its sets have been tried with it. */
const setOf = (
  component: ComponentGraph,
  size: number,
  kept: Uint8Array,
  most: number,
): readonly number[] | undefined => {
  const cycle = component.findCycle();
  if (!cycle) return [];
  if (size === 0) return undefined;
  const tried: number[] = [];
  let found: readonly number[] | undefined;
  for (const edge of cycle) {
    if (kept[edge] === 1 || component.work >= most) continue;
    component.removed[edge] = 1;
    const rest = setOf(component, size - 1, kept, most);
    component.removed[edge] = 0;
    if (rest) found = [edge, ...rest];
    if (found) break;
    kept[edge] = 1;
    tried.push(edge);
  }
  for (const edge of tried) kept[edge] = 0;
  return found;
};

/**
 * Dependencies on what comes later in the document, or all others if those are fewer: without either there is no
 * cycle. Those that can stay are put back as long as there is work left.
 */
const edgesAhead = (component: ComponentGraph, most: number): readonly number[] => {
  const { edges, removed } = component;
  const ahead = edges.flatMap((edge, number) => (aheadBy(edge) > 0 ? [number] : []));
  const behind = edges.flatMap((edge, number) => (aheadBy(edge) < 0 ? [number] : []));
  const chosen = ahead.length <= behind.length ? ahead : behind;
  for (const edge of chosen) removed[edge] = 1;
  const needed = chosen.filter((edge) => {
    if (component.work >= 2 * most) return true;
    removed[edge] = 0;
    if (component.longestChain() !== undefined) return false;
    removed[edge] = 1;
    return true;
  });
  removed.fill(0);
  return needed;
};
