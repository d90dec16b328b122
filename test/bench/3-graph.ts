import assert from 'node:assert/strict';
import { DirectedGraph } from 'graphology';
import { hasCycle, topologicalGenerations, topologicalSort } from 'graphology-dag';
import { timingOf } from '../../src/engine/graph/criticalPath';
import { createGraph } from '../../src/engine/graph/graph';
import { topologyOf } from '../../src/engine/graph/levels';
import { readyOf } from '../../src/engine/graph/ready';
import { redundantEdges } from '../../src/engine/graph/reduction';
import { createRandom } from '../../src/shared/random';
import type { Job } from './support';

const NODES = 10_000;
/** A dependency lies at most this many nodes back: plans depend on what is near. */
const REACH = 200;

/** `[node, dependency, …]`, nought to four dependencies per node. */
const plannedEdges = (): number[] => {
  const random = createRandom(3);
  const edges: number[] = [];
  for (let node = 1; node < NODES; node++) {
    const dependencies = Math.floor(random() * 5);
    for (let count = 0; count < dependencies; count++) {
      edges.push(node, Math.max(0, node - 1 - Math.floor(random() * REACH)));
    }
  }
  return edges;
};

const edges = Int32Array.from(plannedEdges());
const keys = Array.from({ length: NODES }, (_, node) => String(node));
const durations = Float64Array.from(keys, (_, node) => 1 + (node % 7));
const done = Uint8Array.from(keys, (_, node) => (node < NODES / 3 ? 1 : 0));

const ours = () => {
  const graph = createGraph(NODES, edges);
  const topology = topologyOf(graph);
  return {
    acyclic: topology.acyclic,
    levels: topology.levels,
    timing: timingOf(graph, topology, durations),
    redundant: redundantEdges(graph, topology),
    ready: readyOf(graph, done, done),
  };
};

/** The same with the library's own means; a transitive reduction it does not have. */
const graphology = () => {
  const graph = new DirectedGraph();
  for (const key of keys) graph.addNode(key);
  for (let at = 0; at < edges.length; at += 2) {
    graph.mergeEdge(keys[edges[at + 1] ?? 0], keys[edges[at] ?? 0]);
  }
  const cyclic = hasCycle(graph);
  const generations = topologicalGenerations(graph);
  const ready = keys.filter(
    (key, node) => done[node] === 0 && graph.inNeighbors(key).every((other) => done[Number(other)] === 1),
  );
  return { cyclic, generations, ready, slack: slackOf(graph, topologicalSort(graph)) };
};

/** Critical path method over the library's graph: earliest and latest start, and what lies between. */
const slackOf = (graph: DirectedGraph, order: readonly string[]): ReadonlyMap<string, number> => {
  const durationOf = (key: string): number => durations[Number(key)] ?? 0;
  const earliest = new Map<string, number>();
  for (const key of order) {
    let start = 0;
    graph.forEachInNeighbor(key, (other) => {
      start = Math.max(start, (earliest.get(other) ?? 0) + durationOf(other));
    });
    earliest.set(key, start);
  }
  const length = Math.max(...order.map((key) => (earliest.get(key) ?? 0) + durationOf(key)));
  const latest = new Map<string, number>();
  for (const key of order.toReversed()) {
    let end = length;
    graph.forEachOutNeighbor(key, (other) => {
      end = Math.min(end, latest.get(other) ?? length);
    });
    latest.set(key, end - durationOf(key));
  }
  return new Map(order.map((key) => [key, (latest.get(key) ?? 0) - (earliest.get(key) ?? 0)]));
};

export const job: Job = {
  row: '3',
  name: 'graph of 10,000 nodes',
  rounds: 9,
  prepare: () => ({
    contenders: [
      { name: 'parallel-plans', run: ours },
      { name: 'graphology (does less)', run: graphology },
    ],
    comparisons: [
      {
        ours: 'parallel-plans',
        other: 'graphology (does less)',
        target: { kind: 'at-least-times-quicker', factor: 45 },
      },
    ],
    check: () => {
      const found = ours();
      const expected = graphology();
      assert.equal(found.acyclic, !expected.cyclic);
      expected.generations.forEach((generation, level) => {
        for (const key of generation) assert.equal(found.levels[Number(key)], level);
      });
      assert.deepEqual(
        keys.filter((_, node) => found.ready[node] === 1),
        expected.ready,
      );
      for (const [key, slack] of expected.slack) assert.equal(found.timing.slack[Number(key)], slack);
      assert.ok(found.redundant.includes(1) && found.timing.path.length > 1);
    },
  }),
};
