import type { Graph } from './graph';

/** "`node` depends on `dependency`", by the numbers of the whole graph. */
export interface NodeEdge {
  readonly node: number;
  readonly dependency: number;
}

/** Work by the numbers of the whole graph. */
export interface Surroundings {
  readonly durations: Float64Array;
  /** The longest chain of work that a node waits for, as far as it is in no cycle. */
  readonly before: Float64Array;
  /** The longest chain of work that waits for a node, as far as it is in no cycle. */
  readonly after: Float64Array;
}

/**
 * One strongly connected component with edges that can be taken out and put back. Edges are numbered by dependency,
 * then by dependent; an edge of a node to itself is left out. `work` counts the edges looked at.
 */
export class ComponentGraph {
  readonly edges: readonly NodeEdge[];
  /** 1 for edges taken out. */
  readonly removed: Uint8Array;
  work = 0;
  readonly #size: number;
  /** Numbers within the component. */
  readonly #node: Int32Array;
  readonly #dependency: Int32Array;
  /** Edges from a dependency: `#starts[dependency]` up to the next. */
  readonly #starts: Int32Array;
  readonly #surroundings: Surroundings;
  /** Numbers within the component as those of the whole graph. */
  readonly #nodes: readonly number[];

  constructor(graph: Graph, nodes: readonly number[], surroundings: Surroundings) {
    const { starts, targets } = graph.dependents;
    const numbers = new Map(nodes.map((node, number) => [node, number]));
    const edges: NodeEdge[] = [];
    const rows = [0];
    for (const dependency of nodes) {
      for (let at = starts[dependency] as number; at < (starts[dependency + 1] as number); at++) {
        const node = targets[at] as number;
        if (node !== dependency && numbers.has(node)) edges.push({ node, dependency });
      }
      rows.push(edges.length);
    }
    this.edges = edges;
    this.removed = new Uint8Array(edges.length);
    this.#size = nodes.length;
    this.#starts = new Int32Array(rows);
    this.#node = Int32Array.from(edges, ({ node }) => numbers.get(node) as number);
    this.#dependency = Int32Array.from(edges, ({ dependency }) => numbers.get(dependency) as number);
    this.#surroundings = surroundings;
    this.#nodes = nodes;
  }

  /** The longest chain of work through the component, with what must come before and after; undefined while there is a cycle. */
  longestChain(): number | undefined {
    const { met, ends } = this.#peel();
    if (met < this.#size) return undefined;
    const { after } = this.#surroundings;
    return this.#nodes.reduce(
      (longest, node, number) => Math.max(longest, (ends[number] as number) + (after[node] as number)),
      0,
    );
  }

  /** A cycle as edge numbers, the shortest through one of its nodes; undefined where there is none. */
  findCycle(): readonly number[] | undefined {
    const { met, waiting } = this.#peel();
    if (met === this.#size) return undefined;
    // what waits depends on something that waits: walking on, one comes by again
    const seen = new Uint8Array(this.#size);
    let node = waiting.findIndex((count) => count > 0);
    const next = this.#someDependency(waiting);
    while (seen[node] === 0) {
      seen[node] = 1;
      node = next[node] as number;
    }
    return this.#shortestThrough(node);
  }

  /** Takes nodes away that depend on nothing any more, with when each would end; `waiting` counts what is left. */
  #peel() {
    const waiting = new Int32Array(this.#size);
    const { before, durations } = this.#surroundings;
    const begins = Float64Array.from(this.#nodes, (node) => before[node] as number);
    const ends = new Float64Array(this.#size);
    for (let edge = 0; edge < this.edges.length; edge++) {
      if (this.removed[edge] === 0) (waiting[this.#node[edge] as number] as number)++;
    }
    const queue = new Int32Array(this.#size);
    let met = 0;
    for (let node = 0; node < this.#size; node++) if (waiting[node] === 0) queue[met++] = node;
    for (let at = 0; at < met; at++) {
      const node = queue[at] as number;
      const end = (begins[node] as number) + (durations[this.#nodes[node] as number] as number);
      ends[node] = end;
      for (let edge = this.#starts[node] as number; edge < (this.#starts[node + 1] as number); edge++) {
        const dependent = this.#node[edge] as number;
        if (this.removed[edge] === 1) continue;
        begins[dependent] = Math.max(begins[dependent] as number, end);
        waiting[dependent] = (waiting[dependent] as number) - 1;
        if (waiting[dependent] === 0) queue[met++] = dependent;
      }
    }
    this.work += this.#size + this.edges.length;
    return { met, waiting, ends };
  }

  /** For each node that waits one that it waits for. */
  #someDependency(waiting: Int32Array): Int32Array {
    const next = new Int32Array(this.#size);
    for (let edge = this.edges.length - 1; edge >= 0; edge--) {
      const dependency = this.#dependency[edge] as number;
      if (this.removed[edge] === 0 && waiting[dependency] !== 0)
        next[this.#node[edge] as number] = dependency;
    }
    return next;
  }

  /** Breadth first from a node on a cycle back to it. */
  #shortestThrough(start: number): readonly number[] {
    const before = new Int32Array(this.#size).fill(-1);
    const queue = [start];
    for (let at = 0; at < queue.length; at++) {
      const node = queue[at] as number;
      for (let edge = this.#starts[node] as number; edge < (this.#starts[node + 1] as number); edge++) {
        const dependent = this.#node[edge] as number;
        if (this.removed[edge] === 1 || before[dependent] !== -1) continue;
        before[dependent] = edge;
        if (dependent === start) return this.#edgesBack(before, start);
        queue.push(dependent);
      }
    }
    return [];
  }

  #edgesBack(before: Int32Array, start: number): readonly number[] {
    const edges: number[] = [];
    let node = start;
    do {
      const edge = before[node] as number;
      edges.push(edge);
      node = this.#dependency[edge] as number;
    } while (node !== start);
    return edges;
  }
}
