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
const transpose = ({ starts, targets }: Adjacency, nodeCount: number): Adjacency => {
  const counts = new Int32Array(nodeCount);
  for (let edge = 0; edge < targets.length; edge++) {
    const target = targets[edge] as number;
    counts[target] = (counts[target] as number) + 1;
  }
  const turned = startsOf(counts);
  const next = turned.slice(0, nodeCount);
  const sources = new Int32Array(targets.length);
  for (let node = 0; node < nodeCount; node++) {
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

/** Rows as the caller listed them: unsorted, with repetitions. */
const rowsOf = (nodeCount: number, edges: ArrayLike<number>): Adjacency => {
  const counts = new Int32Array(nodeCount);
  for (let at = 0; at + 1 < edges.length; at += 2) {
    const node = edges[at] as number;
    const dependency = edges[at + 1] as number;
    if (!(node >= 0 && node < nodeCount && dependency >= 0 && dependency < nodeCount)) {
      throw new RangeError(`No edge from ${node} to ${dependency} among ${nodeCount} nodes`);
    }
    counts[node] = (counts[node] as number) + 1;
  }
  const starts = startsOf(counts);
  const next = starts.slice(0, nodeCount);
  const targets = new Int32Array(edges.length >> 1);
  for (let at = 0; at + 1 < edges.length; at += 2) {
    const node = edges[at] as number;
    const place = next[node] as number;
    targets[place] = edges[at + 1] as number;
    next[node] = place + 1;
  }
  return { starts, targets };
};

/** Drops repetitions from ascending rows. */
const withoutRepetitions = ({ starts, targets }: Adjacency): Adjacency => {
  const nodeCount = starts.length - 1;
  const newStarts = new Int32Array(nodeCount + 1);
  const kept = new Int32Array(targets.length);
  let size = 0;
  for (let node = 0; node < nodeCount; node++) {
    const first = size;
    const end = starts[node + 1] as number;
    for (let edge = starts[node] as number; edge < end; edge++) {
      const target = targets[edge] as number;
      if (size === first || kept[size - 1] !== target) kept[size++] = target;
    }
    newStarts[node + 1] = size;
  }
  return { starts: newStarts, targets: size === kept.length ? kept : kept.slice(0, size) };
};

/**
 * Builds a graph from a flat list of pairs: `[node, dependency, node, dependency, …]`, "node depends on
 * dependency". Repeated pairs collapse; a pair of a node with itself is kept. Linear in nodes and pairs.
 *
 * @throws RangeError when a pair names a node outside `0 … nodeCount - 1`.
 */
export const createGraph = (nodeCount: number, edges: ArrayLike<number>): Graph => {
  const dependents = withoutRepetitions(transpose(rowsOf(nodeCount, edges), nodeCount));
  // turned twice: the rows of `dependencies` come out ascending and without repetitions too
  return { nodeCount, dependents, dependencies: transpose(dependents, nodeCount) };
};
