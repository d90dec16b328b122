import type { Graph } from './graph';
import type { Topology } from './levels';

/** When each node can and must start if every dependency ends before its dependents start; in units of the durations. */
export interface Timing {
  /** NaN for nodes in or behind a cycle, in every array. */
  readonly earliestStart: Float64Array;
  readonly latestStart: Float64Array;
  /** How long a node can wait without making the whole longer; never negative. */
  readonly slack: Float64Array;
  /** 1 for nodes without slack. */
  readonly critical: Uint8Array;
  /** One longest chain from a node without dependencies to the end, in order of work; lowest numbers where several tie. */
  readonly path: readonly number[];
  /** Time from the first start to the last end; 0 for an empty graph. */
  readonly length: number;
}

/** Slack below this share of the length is rounding, not slack. */
const TOLERANCE = 1e-9;

/** One figure per node, NaN until a node gets its own. */
const timesOf = ({ nodeCount }: Graph): Float64Array => new Float64Array(nodeCount).fill(Number.NaN);

/** When each node starts and ends if it starts as early as it can, and which one ends last: the lowest where several tie. */
const forwards = (graph: Graph, { order }: Topology, durations: Float64Array) => {
  const { starts, targets } = graph.dependencies;
  const earliestStart = timesOf(graph);
  const ends = timesOf(graph);
  let length = 0;
  let last = -1;
  for (let at = 0; at < order.length; at++) {
    const node = order[at] as number;
    let start = 0;
    const end = starts[node + 1] as number;
    for (let edge = starts[node] as number; edge < end; edge++) {
      const finished = ends[targets[edge] as number] as number;
      if (finished > start) start = finished;
    }
    earliestStart[node] = start;
    const finish = start + (durations[node] as number);
    ends[node] = finish;
    if (finish > length || (finish === length && (last === -1 || node < last))) {
      length = finish;
      last = node;
    }
  }
  return { earliestStart, ends, length, last };
};

/** When each node must start if the whole is to take no longer than `length`, and what it can wait. */
const backwards = (
  graph: Graph,
  { order }: Topology,
  durations: Float64Array,
  { earliestStart, length }: { readonly earliestStart: Float64Array; readonly length: number },
) => {
  const { starts, targets } = graph.dependents;
  const latestStart = timesOf(graph);
  const slack = timesOf(graph);
  const critical = new Uint8Array(graph.nodeCount);
  const rounding = length * TOLERANCE;
  for (let at = order.length - 1; at >= 0; at--) {
    const node = order[at] as number;
    let limit = length;
    const end = starts[node + 1] as number;
    for (let edge = starts[node] as number; edge < end; edge++) {
      // NaN, where the dependent is behind a cycle, is not less than anything
      const start = latestStart[targets[edge] as number] as number;
      if (start < limit) limit = start;
    }
    const latest = limit - (durations[node] as number);
    latestStart[node] = latest;
    const spare = latest - (earliestStart[node] as number);
    const isCritical = spare <= rounding;
    slack[node] = isCritical ? 0 : spare;
    critical[node] = isCritical ? 1 : 0;
  }
  return { latestStart, slack, critical };
};

/** Walks back from a node to one without dependencies, always to the dependency that ends last. */
const pathTo = (graph: Graph, ends: Float64Array, last: number): number[] => {
  const { starts, targets } = graph.dependencies;
  const path: number[] = [];
  for (let node = last; node !== -1; ) {
    path.push(node);
    let latest = -1;
    let finish = Number.NEGATIVE_INFINITY;
    for (let edge = starts[node] as number; edge < (starts[node + 1] as number); edge++) {
      const dependency = targets[edge] as number;
      const finished = ends[dependency] as number;
      if (finished > finish) {
        finish = finished;
        latest = dependency;
      }
    }
    node = latest;
  }
  return path.reverse();
};

/**
 * Critical path analysis. `durations` holds one finite, non-negative figure per node. Nodes in or behind
 * a cycle take no part. Linear in nodes and edges.
 */
export const timingOf = (graph: Graph, topology: Topology, durations: Float64Array): Timing => {
  const early = forwards(graph, topology, durations);
  const { earliestStart, ends, length, last } = early;
  const path = last === -1 ? [] : pathTo(graph, ends, last);
  return { earliestStart, ...backwards(graph, topology, durations, early), path, length };
};
