import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { createGraph } from '../../../src/engine/graph/graph';
import { cycleMembersOf, levelsOf, topologyOf } from '../../../src/engine/graph/levels';
import { anyAcyclic, anyGraph, chain, completeDag, dependenciesOf, reachability, sample } from './graphs';

describe('graph: levels', () => {
  it('keeps each edge once, in both directions, whether or not the pairs come by node', () => {
    const byNode = anyGraph(8).map(({ nodeCount, pairs }) =>
      sample(
        nodeCount,
        pairs.toSorted(([a], [b]) => a - b),
      ),
    );
    fc.assert(
      fc.property(fc.oneof(anyGraph(8), byNode), (made) => {
        const { starts, targets } = made.graph.dependencies;
        const back = made.graph.dependents;
        for (let node = 0; node < made.nodeCount; node++) {
          assert.deepEqual([...targets.subarray(starts[node], starts[node + 1])], dependenciesOf(made, node));
          const dependents = [...new Set(made.pairs.filter(([, to]) => to === node).map(([from]) => from))];
          assert.deepEqual(
            [...back.targets.subarray(back.starts[node], back.starts[node + 1])],
            dependents.sort((a, b) => a - b),
          );
        }
      }),
    );
  });

  it('refuses an edge to a node that is not there', () => {
    assert.throws(() => createGraph(2, [0, 2]), RangeError);
    assert.throws(() => createGraph(2, [-1, 0]), RangeError);
  });

  it('is the longest path, counted from zero', () => {
    const { graph } = sample(5, [
      [1, 0],
      [2, 1],
      [3, 0],
      [3, 2],
    ]);
    assert.deepEqual([...levelsOf(graph)], [0, 1, 2, 3, 0]);
  });

  it('respects every edge, and rests on one exactly', () => {
    fc.assert(
      fc.property(anyAcyclic(9), (made) => {
        const levels = levelsOf(made.graph);
        for (let node = 0; node < made.nodeCount; node++) {
          const below = dependenciesOf(made, node).map((dependency) => levels[dependency] ?? Number.NaN);
          assert.equal(levels[node], below.length === 0 ? 0 : Math.max(...below) + 1);
        }
      }),
    );
  });

  it('has none in or behind a cycle, and tells the two apart', () => {
    fc.assert(
      fc.property(anyGraph(8), (made) => {
        const reaches = reachability(made);
        const topology = topologyOf(made.graph);
        const members = cycleMembersOf(made.graph, topology);
        const position = new Map([...topology.order].map((node, at) => [node, at]));
        for (let node = 0; node < made.nodeCount; node++) {
          const inCycle = reaches[node]?.[node] === true;
          const waits =
            inCycle || reaches.some((row, on) => row[on] === true && reaches[node]?.[on] === true);
          assert.equal(members[node], inCycle ? 1 : 0);
          assert.equal(topology.levels[node] === -1, waits);
          assert.equal(position.has(node), !waits);
        }
        assert.equal(topology.acyclic, position.size === made.nodeCount);
      }),
    );
  });

  it('copes with a chain of 10,000 and a dense graph', () => {
    assert.equal(levelsOf(chain(10_000).graph)[9_999], 9_999);
    assert.equal(levelsOf(completeDag(1_000))[999], 999);
  });
});
