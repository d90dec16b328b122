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

/** When each node starts and ends if it starts as early as it can. */
const earliestOf = (
  graph: Graph,
  order: Int32Array,
  durations: Float64Array,
): { earliestStart: Float64Array; ends: Float64Array } => {
  const { starts, targets } = graph.dependencies;
  const earliestStart = new Float64Array(graph.nodeCount).fill(Number.NaN);
  const ends = new Float64Array(graph.nodeCount).fill(Number.NaN);
  for (let at = 0; at < order.length; at++) {
    const node = order[at] as number;
    let start = 0;
    const end = starts[node + 1] as number;
    for (let edge = starts[node] as number; edge < end; edge++) {
      const finished = ends[targets[edge] as number] as number;
      if (finished > start) start = finished;
    }
    earliestStart[node] = start;
    ends[node] = start + (durations[node] as number);
  }
  return { earliestStart, ends };
};

const latestStarts = (
  graph: Graph,
  order: Int32Array,
  durations: Float64Array,
  length: number,
): Float64Array => {
  const { starts, targets } = graph.dependents;
  const latest = new Float64Array(graph.nodeCount).fill(Number.NaN);
  for (let at = order.length - 1; at >= 0; at--) {
    const node = order[at] as number;
    let limit = length;
    const end = starts[node + 1] as number;
    for (let edge = starts[node] as number; edge < end; edge++) {
      // NaN, where the dependent is behind a cycle, is not less than anything
      const start = latest[targets[edge] as number] as number;
      if (start < limit) limit = start;
    }
    latest[node] = limit - (durations[node] as number);
  }
  return latest;
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
  const { nodeCount } = graph;
  const { order } = topology;
  const { earliestStart, ends } = earliestOf(graph, order, durations);
  let length = 0;
  let last = -1;
  for (let node = 0; node < nodeCount; node++) {
    const finished = ends[node] as number;
    if (finished > length || (last === -1 && finished === length)) {
      length = finished;
      last = node;
    }
  }
  const latestStart = latestStarts(graph, order, durations, length);
  const slack = new Float64Array(nodeCount);
  const critical = new Uint8Array(nodeCount);
  const rounding = length * TOLERANCE;
  for (let node = 0; node < nodeCount; node++) {
    const spare = (latestStart[node] as number) - (earliestStart[node] as number);
    slack[node] = spare <= rounding ? 0 : spare;
    if (spare <= rounding) critical[node] = 1;
  }
  const path = last === -1 ? [] : pathTo(graph, ends, last);
  return { earliestStart, latestStart, slack, critical, path, length };
};
