import * as fc from 'fast-check';
import { createGraph, type Graph } from '../../../src/engine/graph/graph';

export type Pair = readonly [node: number, dependency: number];

export interface Sample {
  readonly nodeCount: number;
  readonly pairs: readonly Pair[];
  readonly graph: Graph;
}

export const sample = (nodeCount: number, pairs: readonly Pair[]): Sample => ({
  nodeCount,
  pairs,
  graph: createGraph(nodeCount, pairs.flat()),
});

/** Any small graph, repeated pairs and self edges included. */
export const anyGraph = (most: number): fc.Arbitrary<Sample> =>
  fc.integer({ min: 0, max: most }).chain((nodeCount) => {
    const node = fc.nat({ max: Math.max(0, nodeCount - 1) });
    const pairs = fc.array(fc.tuple(node, node), { maxLength: nodeCount === 0 ? 0 : nodeCount * 3 });
    return pairs.map((list) => sample(nodeCount, list));
  });

/** A small graph without cycles, its numbers shuffled so that order proves nothing. */
export const anyAcyclic = (most: number): fc.Arbitrary<Sample> =>
  anyGraph(most).chain(({ nodeCount, pairs }) =>
    fc
      .shuffledSubarray(
        Array.from({ length: nodeCount }, (_, node) => node),
        { minLength: nodeCount },
      )
      .map((names) =>
        sample(
          nodeCount,
          pairs
            .filter(([a, b]) => a !== b)
            .map(([a, b]): Pair => [names[Math.max(a, b)] ?? 0, names[Math.min(a, b)] ?? 0]),
        ),
      ),
  );

/** Each node depends on the one before it. */
export const chain = (length: number): Sample =>
  sample(
    length,
    Array.from({ length: length - 1 }, (_, at): Pair => [at + 1, at]),
  );

/** Each node depends on every one before it. */
export const completeDag = (nodeCount: number): Graph => {
  const edges: number[] = [];
  for (let node = 0; node < nodeCount; node++) for (let on = 0; on < node; on++) edges.push(node, on);
  return createGraph(nodeCount, edges);
};

/** Every node depends on every other one. */
export const everyoneOnEveryone = (nodeCount: number): Graph => {
  const edges: number[] = [];
  for (let node = 0; node < nodeCount; node++) {
    for (let on = 0; on < nodeCount; on++) if (on !== node) edges.push(node, on);
  }
  return createGraph(nodeCount, edges);
};

export const dependenciesOf = ({ pairs }: Sample, node: number): readonly number[] =>
  [...new Set(pairs.filter(([from]) => from === node).map(([, to]) => to))].sort((a, b) => a - b);

/** `reaches[a][b]`: a path of at least one pair leads from a to b; Warshall, straight from the definition. */
export const reachability = (
  { nodeCount, pairs }: Pick<Sample, 'nodeCount' | 'pairs'>,
  through: (node: number) => boolean = () => true,
): readonly (readonly boolean[])[] => {
  const reaches = Array.from({ length: nodeCount }, () => new Array<boolean>(nodeCount).fill(false));
  const set = (a: number, b: number): void => {
    const row = reaches[a];
    if (row) row[b] = true;
  };
  for (const [a, b] of pairs) set(a, b);
  for (let via = 0; via < nodeCount; via++) {
    if (!through(via)) continue;
    for (let a = 0; a < nodeCount; a++) {
      for (let b = 0; b < nodeCount; b++) if (reaches[a]?.[via] && reaches[via]?.[b]) set(a, b);
    }
  }
  return reaches;
};

/** Every elementary cycle, by trying every path from its smallest node. */
export const bruteCycles = (from: Sample): readonly (readonly number[])[] => {
  const cycles: number[][] = [];
  const extend = (path: readonly number[]): void => {
    const first = path[0] ?? 0;
    for (const next of dependenciesOf(from, path[path.length - 1] ?? 0)) {
      if (next === first) cycles.push([...path]);
      else if (next > first && !path.includes(next)) extend([...path, next]);
    }
  };
  for (let node = 0; node < from.nodeCount; node++) extend([node]);
  return cycles;
};
