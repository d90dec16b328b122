import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { cycleBreaksOf } from '../../../src/engine/graph/cycleBreaks';
import { topologyOf } from '../../../src/engine/graph/levels';
import { anyGraph, chain, everyoneOnEveryone, type Pair, type Sample, sample } from './graphs';

const OPTIONS = { seed: 20_261_121, numRuns: 400 };

const breaksOf = ({ graph }: Pick<Sample, 'graph'>, hours: (node: number) => number = () => 1) =>
  cycleBreaksOf(
    graph,
    topologyOf(graph),
    Float64Array.from({ length: graph.nodeCount }, (_, node) => hours(node)),
  );

/** The edges among some nodes, each once, those of a node to itself aside. */
const edgesWithin = ({ pairs }: Sample, nodes: readonly number[]): readonly Pair[] => [
  ...new Map(
    pairs
      .filter(([node, on]) => node !== on && nodes.includes(node) && nodes.includes(on))
      .map((pair) => [pair.join(), pair]),
  ).values(),
];

const isAcyclic = (nodeCount: number, pairs: readonly Pair[]): boolean =>
  topologyOf(sample(nodeCount, pairs).graph).acyclic;

const without = (pairs: readonly Pair[], gone: readonly Pair[]): readonly Pair[] =>
  pairs.filter(([node, on]) => !gone.some(([other, target]) => other === node && target === on));

/** By trying every set of edges, smallest first. */
const smallest = (nodeCount: number, pairs: readonly Pair[]): number => {
  const sets = Array.from({ length: 2 ** pairs.length }, (_, bits) =>
    pairs.filter((_pair, at) => ((bits >> at) & 1) === 1),
  ).sort((one, other) => one.length - other.length);
  return sets.find((set) => isAcyclic(nodeCount, without(pairs, set)))?.length ?? 0;
};

/** The greatest sum along any path over one of the nodes, by trying them all. */
const longestThrough = (
  pairs: readonly Pair[],
  nodes: readonly number[],
  weight: (node: number) => number,
): number => {
  const longest = (node: number, from: 0 | 1): number => {
    const ways = pairs.filter((pair) => pair[from] === node).map((pair) => pair[1 - from] as number);
    return weight(node) + Math.max(0, ...ways.map((way) => longest(way, from)));
  };
  return Math.max(...nodes.map((node) => longest(node, 0) + longest(node, 1) - weight(node)));
};

describe('what breaks the cycles of a component', () => {
  it('is every edge that does alone, and as few as there can be together', () => {
    fc.assert(
      fc.property(anyGraph(5), (made) => {
        for (const { nodes, alone, together, exact } of breaksOf(made)) {
          const edges = edgesWithin(made, nodes);
          if (edges.length > 10) return;
          assert.equal(exact, true);
          const wanted = edges.filter((edge) => isAcyclic(made.nodeCount, without(edges, [edge])));
          assert.deepEqual(
            alone.map(({ node, dependency }) => `${node} ${dependency}`).sort(),
            wanted.map(([node, on]) => `${node} ${on}`).sort(),
          );
          if (wanted.length > 0) assert.deepEqual(together, []);
          else {
            const set = together.map(({ node, dependency }): Pair => [node, dependency]);
            assert.equal(isAcyclic(made.nodeCount, without(edges, set)), true);
            assert.equal(set.length, smallest(made.nodeCount, edges));
          }
        }
      }),
      OPTIONS,
    );
  });

  it('comes by the chain of work that is left', () => {
    const hours = (node: number): number => [3, 1, 4, 1, 5, 9][node] ?? 2;
    fc.assert(
      fc.property(anyGraph(6), ({ nodeCount, pairs }) => {
        const made = sample(
          nodeCount,
          pairs.filter(([node, on]) => node !== on),
        );
        for (const { nodes, alone } of breaksOf(made, hours)) {
          const edges = edgesWithin(made, [...made.graph.dependents.starts.keys()]);
          for (const { node, dependency, chain: left } of alone) {
            const kept = without(edges, [[node, dependency]]);
            if (isAcyclic(made.nodeCount, kept)) assert.equal(left, longestThrough(kept, nodes, hours));
          }
          const chains = alone.map((edge) => edge.chain);
          assert.deepEqual(
            chains,
            [...chains].sort((one, other) => one - other),
          );
        }
      }),
      OPTIONS,
    );
  });

  it('begins with the dependency on what comes last where the chains are equal', () => {
    const [ring] = breaksOf(sample(4, [...chain(4).pairs, [0, 3]]));
    assert.deepEqual(
      ring?.alone.map(({ node, dependency }) => [node, dependency]),
      [
        [0, 3],
        [1, 0],
        [2, 1],
        [3, 2],
      ],
    );
  });

  it('says so where the smallest set takes too long, and still breaks every cycle', () => {
    const size = 40;
    const graph = everyoneOnEveryone(size);
    const [found] = breaksOf({ graph });
    assert.equal(found?.exact, false);
    assert.equal(found?.together.length, (size * (size - 1)) / 2);
  });

  it('takes a ring of 10,000, and as many pairs, in one go', () => {
    const size = 10_000;
    const [ring] = breaksOf(sample(size, [...chain(size).pairs, [0, size - 1]]));
    assert.equal(ring?.alone.length, size);
    assert.deepEqual([ring?.alone[0]?.node, ring?.alone[0]?.dependency], [0, size - 1]);
    const pairs = Array.from({ length: size }, (_, at): readonly Pair[] => [
      [2 * at, 2 * at + 1],
      [2 * at + 1, 2 * at],
    ]).flat();
    const all = breaksOf(sample(2 * size, pairs));
    assert.equal(all.length, size);
    assert.ok(all.every(({ alone, exact }) => alone.length === 2 && exact));
  });

  it('stays within its work in a component of 10,000 that no single edge mends', () => {
    const size = 10_000;
    const ahead = Array.from({ length: size - 1 }, (_, at): Pair => [at, at + 1]);
    const [found] = breaksOf(sample(size, [...chain(size).pairs, ...ahead]));
    assert.equal(found?.exact, false);
    assert.equal(found?.together.length, size - 1);
  });
});
