/** Compressed sparse rows: the neighbours of node `n` are `targets[starts[n]]` up to `targets[starts[n + 1]]`, ascending. */
export interface Adjacency {
  readonly starts: Int32Array;
  readonly targets: Int32Array;
}

/** A directed graph of nodes `0 … nodeCount - 1`, each edge once, in both directions. */
export interface Graph {
  readonly nodeCount: number;
  /** The nodes a node depends on. */
  readonly dependencies: Adjacency;
  /** The nodes that depend on a node. */
  readonly dependents: Adjacency;
}

/** Row starts from the number of entries per row. */
const startsOf = (counts: Int32Array): Int32Array => {
  const starts = new Int32Array(counts.length + 1);
  for (let row = 0; row < counts.length; row++) {
    starts[row + 1] = (starts[row] as number) + (counts[row] as number);
  }
  return starts;
};

/** Turns the rows around; the new rows come out ascending, whatever the order of the old ones. */
const transpose = ({ starts, targets }: Adjacency, counts: Int32Array): Adjacency => {
  const turned = startsOf(counts);
  const next = turned.slice();
  const sources = new Int32Array(targets.length);
  for (let node = 0; node < counts.length; node++) {
    const end = starts[node + 1] as number;
    for (let edge = starts[node] as number; edge < end; edge++) {
      const target = targets[edge] as number;
      const place = next[target] as number;
      sources[place] = node;
      next[target] = place + 1;
    }
  }
  return { starts: turned, targets: sources };
};

/** Whether the pairs come by node, ascending. Throws when one names a node that does not exist. */
const isByNode = (nodeCount: number, pairs: ArrayLike<number>): boolean => {
  let ascending = true;
  let last = 0;
  for (let at = 0; at + 1 < pairs.length; at += 2) {
    const node = pairs[at] as number;
    const dependency = pairs[at + 1] as number;
    if (!(node >= 0 && node < nodeCount && dependency >= 0 && dependency < nodeCount)) {
      throw new RangeError(`No edge from ${node} to ${dependency} among ${nodeCount} nodes`);
    }
    if (node < last) ascending = false;
    last = node;
  }
  return ascending;
};

/** The same pairs by node, ascending. */
const byNode = (nodeCount: number, pairs: ArrayLike<number>): Int32Array => {
  const counts = new Int32Array(nodeCount);
  for (let at = 0; at + 1 < pairs.length; at += 2) {
    const node = pairs[at] as number;
    counts[node] = (counts[node] as number) + 1;
  }
  const next = startsOf(counts);
  const sorted = new Int32Array(pairs.length & ~1);
  for (let at = 0; at + 1 < pairs.length; at += 2) {
    const node = pairs[at] as number;
    const place = next[node] as number;
    sorted[2 * place] = node;
    sorted[2 * place + 1] = pairs[at + 1] as number;
    next[node] = place + 1;
  }
  return sorted;
};

/** Gathers pairs that come by node into the dependents of each node; a repetition follows its like and is left out. */
const gather = (nodeCount: number, pairs: ArrayLike<number>): Graph => {
  const dependencyCounts = new Int32Array(nodeCount);
  const dependentCounts = new Int32Array(nodeCount);
  const latest = new Int32Array(nodeCount).fill(-1);
  for (let at = 0; at + 1 < pairs.length; at += 2) {
    const node = pairs[at] as number;
    const dependency = pairs[at + 1] as number;
    if (latest[dependency] === node) continue;
    latest[dependency] = node;
    dependencyCounts[node] = (dependencyCounts[node] as number) + 1;
    dependentCounts[dependency] = (dependentCounts[dependency] as number) + 1;
  }
  const starts = startsOf(dependentCounts);
  const next = starts.slice();
  const targets = new Int32Array(starts[nodeCount] as number);
  latest.fill(-1);
  for (let at = 0; at + 1 < pairs.length; at += 2) {
    const node = pairs[at] as number;
    const dependency = pairs[at + 1] as number;
    if (latest[dependency] === node) continue;
    latest[dependency] = node;
    const place = next[dependency] as number;
    targets[place] = node;
    next[dependency] = place + 1;
  }
  const dependents = { starts, targets };
  return { nodeCount, dependents, dependencies: transpose(dependents, dependencyCounts) };
};

/**
 * Builds a graph from a flat list of pairs: `[node, dependency, node, dependency, …]`, "node depends on
 * dependency". Repeated pairs collapse; a pair of a node with itself is kept. Linear in nodes and pairs;
 * quickest when the pairs come by node, ascending.
 *
 * @throws RangeError when a pair names a node outside `0 … nodeCount - 1`.
 */
export const createGraph = (nodeCount: number, edges: ArrayLike<number>): Graph =>
  gather(nodeCount, isByNode(nodeCount, edges) ? edges : byNode(nodeCount, edges));
