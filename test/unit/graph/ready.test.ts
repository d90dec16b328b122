import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { createGraph } from '../../../src/engine/graph/graph';
import { topologyOf } from '../../../src/engine/graph/levels';
import { blockedBy, readyOf } from '../../../src/engine/graph/ready';
import { redundantEdges } from '../../../src/engine/graph/reduction';
import {
  anyAcyclic,
  anyGraph,
  chain,
  completeDag,
  dependenciesOf,
  everyoneOnEveryone,
  type Pair,
  reachability,
  type Sample,
  sample,
} from './graphs';

const reducedPairs = ({ graph, nodeCount }: Sample): Pair[] => {
  const redundant = redundantEdges(graph, topologyOf(graph));
  const { starts, targets } = graph.dependencies;
  const pairs: Pair[] = [];
  for (let node = 0; node < nodeCount; node++) {
    for (let edge = starts[node] ?? 0; edge < (starts[node + 1] ?? 0); edge++) {
      if (redundant[edge] === 0) pairs.push([node, targets[edge] ?? 0]);
    }
  }
  return pairs;
};

const withDone = (graphs: fc.Arbitrary<Sample>) =>
  graphs.chain((made) =>
    fc.record({
      made: fc.constant(made),
      done: fc
        .array(fc.integer({ min: 0, max: 1 }), { minLength: made.nodeCount, maxLength: made.nodeCount })
        .map((list) => Uint8Array.from(list)),
    }),
  );

const blockers = ({ graph }: Sample, done: Uint8Array) => blockedBy(graph, topologyOf(graph), done);

describe('graph: reduction', () => {
  it('drops an edge that a longer path says too', () => {
    const made = sample(4, [
      [1, 0],
      [2, 1],
      [2, 0],
      [3, 0],
      [3, 2],
    ]);
    assert.deepEqual(reducedPairs(made), [
      [1, 0],
      [2, 1],
      [3, 2],
    ]);
  });

  it('keeps what reaches what, with no edge to spare', () => {
    fc.assert(
      fc.property(anyAcyclic(14), (made) => {
        const pairs = reducedPairs(made);
        const before = reachability(made);
        assert.deepEqual(reachability({ nodeCount: made.nodeCount, pairs }), before);
        for (const pair of pairs) {
          const without = { nodeCount: made.nodeCount, pairs: pairs.filter((other) => other !== pair) };
          assert.notDeepEqual(reachability(without), before);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('keeps the edges of nodes in and behind a cycle', () => {
    const pairs: Pair[] = [
      [1, 0],
      [1, 2],
      [2, 0],
      [2, 1],
    ];
    assert.deepEqual(reducedPairs(sample(3, pairs)), pairs);
  });

  it('turns a dense graph into its chain', () => {
    const graph = completeDag(1_000);
    const redundant = redundantEdges(graph, topologyOf(graph));
    assert.equal(redundant.length - redundant.reduce((sum, one) => sum + one, 0), 999);
  });
});

describe('graph: ready and blocked', () => {
  it('is ready when it is open and all it depends on is done', () => {
    fc.assert(
      fc.property(withDone(anyGraph(8)), ({ made, done }) => {
        const closed = done.map((one, node) => (one === 1 || node === 3 ? 1 : 0));
        const ready = readyOf(made.graph, done, closed);
        for (let node = 0; node < made.nodeCount; node++) {
          const can = closed[node] === 0 && dependenciesOf(made, node).every((on) => done[on] === 1);
          assert.equal(ready[node], can ? 1 : 0);
        }
      }),
    );
  });

  it('names unfinished dependencies only, without those another one waits for', () => {
    const made = sample(6, [
      [1, 0],
      [2, 1],
      [3, 0],
      [3, 1],
      [3, 2],
      [4, 1],
      [4, 5],
    ]);
    assert.deepEqual(blockers(made, Uint8Array.of(0, 0, 0, 0, 0, 0)), [[], [0], [1], [2], [1, 5], []]);
    assert.deepEqual(blockers(made, Uint8Array.of(1, 1, 0, 0, 0, 0)), [[], [], [], [2], [5], []]);
  });

  it('does not look through finished nodes', () => {
    const made = sample(4, [
      [1, 0],
      [2, 1],
      [3, 0],
      [3, 2],
    ]);
    assert.deepEqual(blockers(made, Uint8Array.of(0, 1, 0, 0))[3], [0, 2]);
  });

  it('is the minimal set that covers every unfinished dependency, in any graph', () => {
    fc.assert(
      fc.property(withDone(anyGraph(7)), ({ made, done }) => {
        const found = blockers(made, done);
        for (let node = 0; node < made.nodeCount; node++) {
          const own = dependenciesOf(made, node).filter((on) => done[on] === 0);
          if (done[node] === 1) {
            assert.deepEqual(found[node], []);
            continue;
          }
          // what waits for what, among unfinished nodes, without passing through the node itself
          const open = (at: number): boolean => done[at] === 0 && at !== node;
          const waits = reachability({
            nodeCount: made.nodeCount,
            pairs: made.pairs.filter(([a, b]) => open(a) && open(b)),
          });
          const expected = own.filter(
            (d) => !own.some((e) => e !== d && waits[e]?.[d] && (!waits[d]?.[e] || e < d)),
          );
          assert.deepEqual(found[node], expected);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('lets a node that depends on itself block itself', () => {
    assert.deepEqual(
      blockers(
        sample(2, [
          [0, 0],
          [0, 1],
        ]),
        Uint8Array.of(0, 0),
      ),
      [[0, 1], []],
    );
  });

  it('copes with a chain of 10,000, dense graphs, and a dense mess of cycles', () => {
    const long = chain(10_000);
    assert.deepEqual(blockers(long, new Uint8Array(10_000))[9_999], [9_998]);
    const dense = completeDag(1_000);
    assert.deepEqual(blockedBy(dense, topologyOf(dense), new Uint8Array(1_000))[999], [998]);
    const mess = everyoneOnEveryone(200);
    assert.deepEqual(blockedBy(mess, topologyOf(mess), new Uint8Array(200)).slice(0, 3), [[1], [0], [0]]);
    const edges: number[] = [];
    for (let node = 0; node < 10_000; node++) {
      for (const step of [1, 7, 4_099]) edges.push(node, (node + step) % 10_000);
    }
    const wide = createGraph(10_000, edges);
    assert.equal(blockedBy(wide, topologyOf(wide), new Uint8Array(10_000))[0]?.includes(1), true);
  });
});
