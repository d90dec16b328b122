import { componentsOf } from '../graph/components';
import { createGraph, type Graph } from '../graph/graph';
import { type Topology, topologyOf } from '../graph/levels';
import { redundantEdges } from '../graph/reduction';
import type { Edge } from '../model/edge';
import type { AchievementId } from '../model/ids';

/** Steps of all searches together, so that hostile plans stay cheap; later edges in cycles are refused unseen. */
const MOST_STEPS = 20_000_000;

/** Edges that close no cycle, besides those that were there from the start. */
export class EdgeOrder {
  readonly #ids: readonly AchievementId[];
  readonly #nodes: ReadonlyMap<AchievementId, number>;
  /** Flat pairs: node, dependency, node, dependency … */
  readonly #pairs: number[] = [];
  readonly #dependencies: number[][];
  #steps = 0;

  constructor(ids: readonly AchievementId[], present: readonly Edge[]) {
    const all = new Set(ids);
    for (const { dependent, dependency } of present) all.add(dependent).add(dependency);
    this.#ids = [...all];
    this.#nodes = new Map(this.#ids.map((id, node) => [id, node]));
    this.#dependencies = this.#ids.map(() => []);
    for (const edge of present) this.#accept(this.#ends(edge));
  }

  /**
   * Takes edges, each unless it closes a cycle with those before it; the refused ones with their cycle, along
   * "depends on" and closed, where it was found in time.
   */
  add<E extends Edge>(edges: readonly E[]): ReadonlyMap<E, readonly AchievementId[] | undefined> {
    const refused = new Map<E, readonly AchievementId[] | undefined>();
    const component = this.#componentsWith(edges);
    const inCycles: E[] = [];
    for (const edge of edges) {
      const ends = this.#ends(edge);
      const [one, other] = [component[ends[0]], component[ends[1]]];
      if (one === -1 || one !== other) this.#accept(ends);
      else inCycles.push(edge);
    }
    for (const edge of inCycles) {
      const ends = this.#ends(edge);
      const way = this.#wayBack(ends, component);
      if (way === undefined) this.#accept(ends);
      else refused.set(edge, way === 'unknown' ? undefined : way);
    }
    return refused;
  }

  /** Those of the accepted edges that follow from others. */
  redundantAmong<E extends Edge>(edges: readonly E[]): ReadonlySet<E> {
    const { graph, topology } = this.#look(this.#pairs);
    const redundant = redundantEdges(graph, topology);
    const { starts, targets } = graph.dependencies;
    const isRedundant = ([node, dependency]: Ends): boolean => {
      const row = targets.subarray(starts[node] as number, starts[node + 1] as number);
      return redundant[(starts[node] as number) + row.indexOf(dependency)] === 1;
    };
    return new Set(edges.filter((edge) => isRedundant(this.#ends(edge))));
  }

  #ends({ dependent, dependency }: Edge): Ends {
    return [this.#nodes.get(dependent) ?? 0, this.#nodes.get(dependency) ?? 0];
  }

  #accept([node, dependency]: Ends): void {
    this.#pairs.push(node, dependency);
    this.#dependencies[node]?.push(dependency);
  }

  #look(pairs: readonly number[]): { readonly graph: Graph; readonly topology: Topology } {
    const graph = createGraph(this.#ids.length, pairs);
    return { graph, topology: topologyOf(graph) };
  }

  /** The cycle each node would be in, by number; -1 where it would be in none. */
  #componentsWith(edges: readonly Edge[]): Int32Array {
    const component = new Int32Array(this.#ids.length).fill(-1);
    const { graph, topology } = this.#look([...this.#pairs, ...edges.flatMap((edge) => this.#ends(edge))]);
    if (topology.acyclic) return component;
    for (const [number, nodes] of componentsOf(graph, topology.levels).entries())
      for (const node of nodes) component[node] = number;
    return component;
  }

  /** How the dependency leads back to its dependent, within the component that holds both. */
  #wayBack([goal, start]: Ends, component: Int32Array): readonly AchievementId[] | 'unknown' | undefined {
    const before = new Map<number, number>([[start, goal]]);
    const queue = [start];
    for (const node of queue) {
      for (const next of this.#dependencies[node] ?? []) {
        if (++this.#steps > MOST_STEPS) return 'unknown';
        if (next === goal) return this.#cycle(goal, node, before);
        if (component[next] !== component[goal] || before.has(next)) continue;
        before.set(next, node);
        queue.push(next);
      }
    }
    return undefined;
  }

  #cycle(goal: number, last: number, before: ReadonlyMap<number, number>): readonly AchievementId[] {
    const way = [goal];
    for (let node = last; node !== goal; node = before.get(node) ?? goal) way.push(node);
    return [...way, goal].reverse().map((node) => this.#ids[node] ?? '');
  }
}

type Ends = readonly [node: number, dependency: number];
