import type { Graph } from './graph';
import type { Topology } from './levels';
import { redundantEdges } from './reduction';

/** A dependency that says nothing new, by node numbers. */
export interface RedundantEdge {
  readonly node: number;
  readonly dependency: number;
  /** A shortest way from one to the other through other dependencies, both ends included; undefined when too costly. */
  readonly way: readonly number[] | undefined;
}

/** Steps of all searches for ways together, so that dense plans stay cheap. */
const MOST_STEPS = 200_000;

/**
 * The dependencies of a graph that follow from others, in node order: all of them can go at once, and every node
 * still depends on the same nodes. Those of nodes in or behind a cycle are needed.
 */
export const redundantDependencies = (graph: Graph, topology: Topology): readonly RedundantEdge[] => {
  const { starts, targets } = graph.dependencies;
  if (!mayBeRedundant(graph, topology)) return [];
  const redundant = redundantEdges(graph, topology);
  const ways = new WayFinder(graph, topology, redundant);
  const found: RedundantEdge[] = [];
  for (let node = 0; node < graph.nodeCount; node++) {
    for (let edge = starts[node] as number; edge < (starts[node + 1] as number); edge++) {
      if (redundant[edge] !== 1) continue;
      const dependency = targets[edge] as number;
      found.push({ node, dependency, way: ways.find(node, dependency) });
    }
  }
  return found;
};

/** Only a node with dependencies on different levels can have one that follows from another. */
const mayBeRedundant = ({ nodeCount, dependencies }: Graph, { levels }: Topology): boolean => {
  const { starts, targets } = dependencies;
  for (let node = 0; node < nodeCount; node++) {
    const first = starts[node] as number;
    for (let edge = first + 1; edge < (starts[node + 1] as number); edge++) {
      if (levels[targets[edge] as number] !== levels[targets[first] as number]) return true;
    }
  }
  return false;
};

/** Searches along the edges that are needed, in breadth, never below the level of the goal. */
class WayFinder {
  readonly #edges: Graph['dependencies'];
  readonly #levels: Int32Array;
  readonly #redundant: Uint8Array;
  /** The search that met a node last. */
  readonly #seen: Int32Array;
  readonly #before: Int32Array;
  readonly #queue: Int32Array;
  #size = 0;
  #turn = 0;
  #steps = 0;

  constructor({ nodeCount, dependencies }: Graph, { levels }: Topology, redundant: Uint8Array) {
    this.#edges = dependencies;
    this.#levels = levels;
    this.#redundant = redundant;
    this.#seen = new Int32Array(nodeCount);
    this.#before = new Int32Array(nodeCount);
    this.#queue = new Int32Array(nodeCount);
  }

  find(from: number, to: number): readonly number[] | undefined {
    this.#turn++;
    this.#queue[0] = from;
    this.#size = 1;
    for (let at = 0; at < this.#size && this.#steps < MOST_STEPS; at++) {
      this.#meetDependencies(this.#queue[at] as number, this.#levels[to] as number);
      if (this.#seen[to] === this.#turn) return this.#wayTo(from, to);
    }
    return undefined;
  }

  #meetDependencies(node: number, floor: number): void {
    const { starts, targets } = this.#edges;
    const end = starts[node + 1] as number;
    for (let edge = starts[node] as number; edge < end; edge++) {
      this.#steps++;
      const target = targets[edge] as number;
      if (this.#redundant[edge] === 1 || this.#seen[target] === this.#turn) continue;
      this.#seen[target] = this.#turn;
      this.#before[target] = node;
      if ((this.#levels[target] as number) > floor) this.#queue[this.#size++] = target;
    }
  }

  #wayTo(from: number, to: number): readonly number[] {
    const way = [to];
    for (let node = to; node !== from; ) {
      node = this.#before[node] as number;
      way.push(node);
    }
    return way.reverse();
  }
}
