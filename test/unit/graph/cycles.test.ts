import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { CYCLES_PER_COMPONENT, cyclesOf } from '../../../src/engine/graph/cycles';
import { createGraph } from '../../../src/engine/graph/graph';
import { anyGraph, bruteCycles, chain, everyoneOnEveryone, reachability, sample } from './graphs';

const ring = (length: number): number[] => {
  const edges: number[] = [];
  for (let node = 0; node < length; node++) edges.push(node, (node + 1) % length);
  return edges;
};

const sorted = (cycles: readonly (readonly number[])[]): string[] => cycles.map(String).sort();

describe('graph: cycles', () => {
  it('finds none where there is none', () => {
    assert.deepEqual(cyclesOf(chain(10_000).graph), []);
    assert.deepEqual(cyclesOf(createGraph(0, [])), []);
  });

  it('starts each at its smallest node and follows "depends on"', () => {
    const { graph } = sample(6, [
      [5, 3],
      [3, 4],
      [4, 5],
      [2, 2],
      [1, 3],
    ]);
    assert.deepEqual(cyclesOf(graph), [[2], [3, 4, 5]]);
  });

  it('gives the shortest of a component first', () => {
    const { graph } = sample(5, [
      [0, 1],
      [1, 2],
      [2, 0],
      [2, 3],
      [3, 2],
      [3, 4],
      [4, 0],
    ]);
    assert.deepEqual(cyclesOf(graph), [
      [2, 3],
      [0, 1, 2],
      [0, 1, 2, 3, 4],
    ]);
  });

  it('finds every elementary cycle of small graphs, once, shortest first', () => {
    fc.assert(
      fc.property(anyGraph(6), (made) => {
        const cycles = cyclesOf(made.graph, { limit: 1_000 });
        assert.deepEqual(sorted(cycles), sorted(bruteCycles(made)));
        const reaches = reachability(made);
        cycles.forEach((cycle, at) => {
          const before = cycles[at - 1];
          const a = cycle[0] ?? 0;
          const b = before?.[0] ?? 0;
          if (before && reaches[a]?.[b] && reaches[b]?.[a]) assert.ok(before.length <= cycle.length);
        });
      }),
      { numRuns: 500 },
    );
  });

  it('reports only cycles, and one of every component, within the limit', () => {
    fc.assert(
      fc.property(anyGraph(20), fc.integer({ min: 1, max: 3 }), (made, limit) => {
        const cycles = cyclesOf(made.graph, { limit });
        const reaches = reachability(made);
        const pairs = new Set(made.pairs.map(String));
        const perComponent = new Map<string, number>();
        for (const cycle of cycles) {
          cycle.forEach((node, at) => {
            assert.ok(pairs.has(String([node, cycle[(at + 1) % cycle.length]])));
          });
          assert.equal(new Set(cycle).size, cycle.length);
          assert.equal(cycle[0], Math.min(...cycle));
          const a = cycle[0] ?? 0;
          const component = String(reaches.map((row, b) => row[a] && reaches[a]?.[b]));
          perComponent.set(component, (perComponent.get(component) ?? 0) + 1);
        }
        assert.equal(new Set(sorted(cycles)).size, cycles.length);
        for (let node = 0; node < made.nodeCount; node++) {
          if (!reaches[node]?.[node]) continue;
          const found = perComponent.get(String(reaches.map((row, b) => row[node] && reaches[node]?.[b])));
          assert.ok(found !== undefined && found >= 1 && found <= limit);
        }
      }),
    );
  });

  it('follows a cycle of 5,000', () => {
    const [cycle, ...others] = cyclesOf(createGraph(5_000, ring(5_000)));
    assert.equal(cycle?.length, 5_000);
    assert.deepEqual(others, []);
  });

  it('reports a long cycle besides many short ones', () => {
    const edges = ring(5_000);
    for (let node = 0; node + 1 < 5_000; node++) edges.push(node + 1, node);
    const cycles = cyclesOf(createGraph(5_000, edges));
    assert.equal(cycles.length, CYCLES_PER_COMPONENT);
    assert.deepEqual(cycles.slice(0, 3), [
      [0, 1],
      [1, 2],
      [2, 3],
    ]);
  });

  it('reports every one of 5,000 separate cycles', () => {
    const edges: number[] = [];
    for (let node = 0; node < 10_000; node += 2) edges.push(node, node + 1, node + 1, node);
    assert.equal(cyclesOf(createGraph(10_000, edges)).length, 5_000);
  });

  it('stops at the limit where every node depends on every other', () => {
    const cycles = cyclesOf(everyoneOnEveryone(200));
    assert.equal(cycles.length, CYCLES_PER_COMPONENT);
    assert.deepEqual(cycles[49], [0, 50]);
  });

  it('ends where there are exponentially many cycles and dead ends, whatever the limit', () => {
    // from node 0 a ladder of 2^199 ways leads back to node 1, which each of them has passed
    const edges = [0, 1, 1, 0];
    for (let rung = 1; rung < 399; rung += 2) {
      for (const from of [rung, rung + 1]) edges.push(from, rung + 2, from, rung + 3);
    }
    edges.push(399, 1, 400, 1);
    const cycles = cyclesOf(createGraph(401, edges), { limit: 1_000_000 });
    assert.deepEqual(cycles[0], [0, 1]);
    assert.equal(cycles[1]?.length, 200);
    assert.ok(cycles.length < 1_000_000);
  });
});
