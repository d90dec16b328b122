import { componentsOf } from './components';
import { type CycleSearch, cyclesFrom, shortestFrom } from './cycleSearch';
import type { Graph } from './graph';
import { type Topology, topologyOf } from './levels';

/** Most cycles reported per component, unless the caller says otherwise: there can be exponentially many. */
export const CYCLES_PER_COMPONENT = 50;

/** Edges looked at per component before the search is content with what it has found. */
export const CYCLE_SEARCH_WORK = 2_000_000;

export interface CycleOptions {
  /** Most cycles per component, at least 1; {@link CYCLES_PER_COMPONENT} by default. */
  readonly limit?: number;
  /** Where the caller has it already. */
  readonly topology?: Topology;
}

/** Takes nodes away until each one left has a dependency and a dependent left; returns what has gone. */
const createPeeler = (graph: Graph, component: readonly number[], inside: Uint8Array) => {
  const { dependencies, dependents } = graph;
  const count = ({ starts, targets }: Graph['dependents'], node: number): number => {
    let size = 0;
    for (let edge = starts[node] as number; edge < (starts[node + 1] as number); edge++) {
      size += inside[targets[edge] as number] as number;
    }
    return size;
  };
  const ahead = new Map(component.map((node) => [node, count(dependencies, node)]));
  const behind = new Map(component.map((node) => [node, count(dependents, node)]));
  const loosen = (
    { starts, targets }: Graph['dependents'],
    node: number,
    left: Map<number, number>,
  ): number[] => {
    const loose: number[] = [];
    for (let edge = starts[node] as number; edge < (starts[node + 1] as number); edge++) {
      const other = targets[edge] as number;
      if (inside[other] === 0) continue;
      const rest = (left.get(other) as number) - 1;
      left.set(other, rest);
      if (rest === 0) loose.push(other);
    }
    return loose;
  };
  return (node: number): void => {
    const pending = [node];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      if (inside[next] === 0) continue;
      inside[next] = 0;
      pending.push(...loosen(dependents, next, ahead), ...loosen(dependencies, next, behind));
    }
  };
};

const add = (byLength: Map<number, number[]>, length: number, node: number): void => {
  const nodes = byLength.get(length);
  if (nodes) nodes.push(node);
  else byLength.set(length, [node]);
};

/** Nodes by the length of the shortest cycle over them and greater ones; nodes without any are left out. */
const shortestPerNode = (search: CycleSearch, component: readonly number[]): Map<number, number[]> => {
  const { inside } = search;
  for (const node of component) inside[node] = 1;
  const peel = createPeeler(search.graph, component, inside);
  const byLength = new Map<number, number[]>();
  for (const node of component) {
    if (inside[node] === 0) continue;
    const length = shortestFrom(search, node);
    if (length !== undefined) add(byLength, length, node);
    peel(node);
    if (search.work <= 0 && byLength.size > 0) break;
  }
  for (const node of component) inside[node] = 0;
  return byLength;
};

/** Cycles of one component, shortest first, then by their nodes. */
const cyclesIn = (search: CycleSearch, component: readonly number[], limit: number): number[][] => {
  const cycles: number[][] = [];
  const byLength = shortestPerNode(search, component);
  for (const node of component) search.inside[node] = 1;
  while (byLength.size > 0 && cycles.length < limit && (search.work > 0 || cycles.length === 0)) {
    const length = Math.min(...byLength.keys());
    const nodes = (byLength.get(length) as number[]).sort((a, b) => a - b);
    byLength.delete(length);
    for (const node of nodes) {
      const longer = cyclesFrom(search, node, length, cycles, limit);
      if (longer !== undefined) add(byLength, longer, node);
      if (cycles.length >= limit || (search.work <= 0 && cycles.length > 0)) break;
    }
  }
  for (const node of component) search.inside[node] = 0;
  return cycles;
};

/**
 * Elementary cycles, each once, as the path along "depends on" from its smallest node, which is not
 * repeated at the end. Every component that holds a cycle reports at least one, the shortest first, and
 * all of them as long as there are no more than `limit` and finding them takes no more than
 * {@link CYCLE_SEARCH_WORK}. Components come by their smallest node. An edge of a node to itself is a
 * cycle of length 1. Costs nothing but the levels where there is no cycle.
 */
export const cyclesOf = (graph: Graph, options: CycleOptions = {}): readonly (readonly number[])[] => {
  const { limit = CYCLES_PER_COMPONENT, topology = topologyOf(graph) } = options;
  if (topology.acyclic) return [];
  const { nodeCount } = graph;
  const search: CycleSearch = {
    graph,
    inside: new Uint8Array(nodeCount),
    distance: new Int32Array(nodeCount).fill(-1),
    onPath: new Uint8Array(nodeCount),
    work: 0,
  };
  return componentsOf(graph, topology.levels).flatMap((component) => {
    search.work = CYCLE_SEARCH_WORK;
    return cyclesIn(search, component, limit);
  });
};
