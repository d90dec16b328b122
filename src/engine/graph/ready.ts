import type { Graph } from './graph';
import type { Topology } from './levels';
import { redundantEdges } from './reduction';

/** Edges looked at for all nodes in or behind cycles together, before their blockers are listed unreduced. */
export const BLOCKER_SEARCH_WORK = 5_000_000;

/**
 * 1 for every node that can be started: not closed, and all its dependencies done.
 *
 * @param done 1 for complete nodes.
 * @param closed 1 for nodes nobody will start (again): complete, failed or skipped ones.
 */
export const readyOf = (
  { nodeCount, dependencies }: Graph,
  done: Uint8Array,
  closed: Uint8Array,
): Uint8Array => {
  const { starts, targets } = dependencies;
  const ready = new Uint8Array(nodeCount);
  for (let node = 0; node < nodeCount; node++) {
    if (closed[node] !== 0) continue;
    let edge = starts[node] as number;
    const end = starts[node + 1] as number;
    while (edge < end && done[targets[edge] as number] === 1) edge++;
    if (edge === end) ready[node] = 1;
  }
  return ready;
};

interface Search {
  readonly graph: Graph;
  readonly levels: Int32Array;
  /** 1 for edges that need not be followed. */
  readonly redundant: Uint8Array;
  readonly seen: Int32Array;
  stamp: number;
  work: number;
}

/** Marks what `root` waits for, without passing through `blocked`; nodes below `floor` are of no interest. */
const mark = (search: Search, root: number, blocked: number, floor: number): void => {
  const { levels, redundant, seen, stamp } = search;
  const { starts, targets } = search.graph.dependencies;
  const stack = [root];
  seen[root] = stamp;
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    const level = levels[node] as number;
    if (level !== -1 && level <= floor) continue;
    const end = starts[node + 1] as number;
    search.work -= end - (starts[node] as number);
    for (let edge = starts[node] as number; edge < end; edge++) {
      const target = targets[edge] as number;
      if (redundant[edge] !== 0 || target === blocked || seen[target] === stamp) continue;
      seen[target] = stamp;
      stack.push(target);
    }
  }
};

/** The nodes, in their order, from which a search reaches all of `nodes`: none that an earlier one reached. */
const rootsAmong = (search: Search, nodes: readonly number[], blocked: number, floor: number): number[] => {
  search.stamp++;
  const roots: number[] = [];
  for (const node of nodes) {
    if (search.seen[node] === search.stamp) continue;
    roots.push(node);
    mark(search, node, blocked, floor);
  }
  return roots;
};

/**
 * The least of `nodes` that wait, together, for all of them; the smallest number stands for nodes that
 * wait for each other. No root reaches a later root, so the second run, backwards, drops the roots that
 * a later one reaches.
 */
const leastOf = (search: Search, nodes: readonly number[], blocked: number): readonly number[] => {
  const levels = nodes.map((node) => search.levels[node] as number);
  const known = levels.filter((level) => level !== -1);
  const floor = known.length > 0 ? Math.min(...known) : Number.POSITIVE_INFINITY;
  const others = nodes.filter((node) => node !== blocked);
  const roots = rootsAmong(search, others, blocked, floor);
  const least = roots.length > 1 ? rootsAmong(search, roots.reverse(), blocked, floor) : roots;
  return (others.length < nodes.length ? [...least, blocked] : least).sort((a, b) => a - b);
};

/**
 * Per node the minimal set of direct dependencies that block it: those not done, without the ones that
 * another of them waits for anyway (through unfinished nodes). Of unfinished dependencies that wait for
 * each other the smallest number stays; a node that depends on itself blocks itself. Ascending; empty for
 * done nodes and where nothing blocks.
 *
 * @param done 1 for complete nodes.
 */
export const blockedBy = (
  graph: Graph,
  topology: Topology,
  done: Uint8Array,
): readonly (readonly number[])[] => {
  const { nodeCount } = graph;
  const { starts, targets } = graph.dependencies;
  const redundant = redundantEdges(graph, topology, done);
  const search: Search = {
    graph,
    levels: topology.levels,
    redundant,
    seen: new Int32Array(nodeCount),
    stamp: 0,
    work: BLOCKER_SEARCH_WORK,
  };
  const blockers: (readonly number[])[] = new Array(nodeCount);
  for (let node = 0; node < nodeCount; node++) {
    const own: number[] = [];
    const end = done[node] === 1 ? 0 : (starts[node + 1] as number);
    for (let edge = starts[node] as number; edge < end; edge++) {
      if (redundant[edge] === 0) own.push(targets[edge] as number);
    }
    const undecided = own.length > 1 && topology.levels[node] === -1 && search.work > 0;
    blockers[node] = undecided ? leastOf(search, own, node) : own;
  }
  return blockers;
};
