import type { Graph } from './graph';

/** Working memory of one run of Tarjan's algorithm, one entry per node. */
interface Walk {
  /** Order of discovery, from 1; 0 while not met. */
  readonly found: Int32Array;
  /** Earliest discovery reached so far; 0 again once the node's component is closed. */
  readonly low: Int32Array;
  /** Next edge to look at. */
  readonly next: Int32Array;
  readonly path: number[];
  readonly open: number[];
  count: number;
}

const enter = (walk: Walk, { dependencies }: Graph, node: number): void => {
  walk.count++;
  walk.found[node] = walk.count;
  walk.low[node] = walk.count;
  walk.next[node] = dependencies.starts[node] as number;
  walk.path.push(node);
  walk.open.push(node);
};

const hasSelfEdge = ({ dependencies: { starts, targets } }: Graph, node: number): boolean => {
  const end = starts[node + 1] as number;
  for (let edge = starts[node] as number; edge < end; edge++) if (targets[edge] === node) return true;
  return false;
};

/** Takes the component of `root` off the open nodes. */
const close = (walk: Walk, root: number): number[] => {
  const component = walk.open.splice(walk.open.lastIndexOf(root));
  for (const node of component) walk.low[node] = 0;
  return component.sort((a, b) => a - b);
};

/** Follows edges from the end of the path until a node has none left. */
const descend = (walk: Walk, graph: Graph, levels: Int32Array): void => {
  const { found, low, next } = walk;
  const { starts, targets } = graph.dependencies;
  let node = walk.path[walk.path.length - 1] as number;
  let edge = next[node] as number;
  while (edge < (starts[node + 1] as number)) {
    const target = targets[edge] as number;
    next[node] = edge + 1;
    if (found[target] === 0 && levels[target] === -1) {
      enter(walk, graph, target);
      node = target;
    } else if ((low[target] as number) > 0) {
      low[node] = Math.min(low[node] as number, found[target] as number);
    }
    edge = next[node] as number;
  }
};

/**
 * The strongly connected components that hold a cycle, among the nodes whose level is -1: at least two
 * nodes, or one with an edge to itself. Nodes ascend within a component, components by their smallest
 * node. Tarjan's algorithm without recursion; linear in nodes and edges but for the sorting.
 */
export const componentsOf = (graph: Graph, levels: Int32Array): readonly (readonly number[])[] => {
  const { nodeCount } = graph;
  const walk: Walk = {
    found: new Int32Array(nodeCount),
    low: new Int32Array(nodeCount),
    next: new Int32Array(nodeCount),
    path: [],
    open: [],
    count: 0,
  };
  const components: number[][] = [];
  for (let start = 0; start < nodeCount; start++) {
    if (levels[start] !== -1 || walk.found[start] !== 0) continue;
    enter(walk, graph, start);
    while (walk.path.length > 0) {
      descend(walk, graph, levels);
      const node = walk.path.pop() as number;
      const low = walk.low[node] as number;
      const parent = walk.path[walk.path.length - 1];
      if (parent !== undefined) walk.low[parent] = Math.min(walk.low[parent] as number, low);
      if (low !== walk.found[node]) continue;
      const component = close(walk, node);
      if (component.length > 1 || hasSelfEdge(graph, node)) components.push(component);
    }
  }
  return components.sort((a, b) => (a[0] as number) - (b[0] as number));
};
