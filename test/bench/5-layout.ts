import assert from 'node:assert/strict';
import ELK, { type ElkExtendedEdge, type ElkNode } from 'elkjs/lib/elk.bundled.js';
import { createEngine } from '../../src/engine/createEngine';
import { layoutText } from '../../src/extension/graph/layout/layout';
import { type GraphStructure, readStructure, structureOf } from '../../src/extension/graph/layout/structure';
import { graphModelOf } from '../../src/extension/graph/model/graphModel';
import type { Layout, Point } from '../../src/webview/protocol/messages';
import { failingLogger as logger } from '../support/failingLogger';
import { memoryFiles, uriOf } from '../support/memoryFiles';
import type { GraphFigures } from './children/openGraph';
import { crossingsOf, flattened } from './crossings';
import { manyPlan } from './layoutGraphs';
import { requireBuilt, runChild } from './processes';
import type { Job } from './support';

const largePlan = async () => {
  const { text, parallel } = manyPlan();
  const files = memoryFiles({ '/w/PLAN_LARGE.md': text, '/w/parallel.json': parallel });
  const engine = createEngine({ files, logger, roots: [uriOf('/w')], schemaFindings: false });
  await engine.refresh();
  const [plan] = engine.snapshot.plans;
  assert.ok(plan);
  return plan;
};

/** The same cards and dependencies. It chooses columns itself; all parts in one picture, as ours. */
const elkGraph = ({ nodes, edges, card }: GraphStructure): ElkNode => ({
  id: 'root',
  layoutOptions: {
    'elk.algorithm': 'layered',
    'elk.direction': 'RIGHT',
    'elk.separateConnectedComponents': 'false',
  },
  children: nodes.map(({ id }) => ({ id, width: card.width, height: card.height })),
  edges: edges.map(({ from, to }, at) => ({ id: `e${at}`, sources: [from], targets: [to] })),
});

const elk = new ELK();

/** Where each card begins, and how each arrow goes. */
interface Drawing {
  readonly places: readonly Point[];
  readonly routes: readonly (readonly Point[])[];
}

const ours = (layout: Layout): Drawing => ({ places: layout.nodes, routes: layout.edges.map(flattened) });

const theirs = ({ children = [], edges = [] }: ElkNode): Drawing => ({
  places: children.map(({ x = 0, y = 0 }) => ({ x, y })),
  routes: edges.map(({ sections = [] }: ElkExtendedEdge) =>
    sections.flatMap(({ startPoint, bendPoints = [], endPoint }) => [startPoint, ...bendPoints, endPoint]),
  ),
});

const crossingsIn = ({ nodes, edges, card }: GraphStructure, { places, routes }: Drawing): number => {
  const middle = new Map(
    nodes.map(({ id }, at): [string, Point] => {
      const { x, y } = places[at] ?? { x: Number.NaN, y: Number.NaN };
      return [id, { x: Math.round(x + card.width / 2), y: y + card.height / 2 }];
    }),
  );
  const columns = [...new Set([...middle.values()].map(({ x }) => x))].sort((a, b) => a - b);
  assert.ok(columns.length < 30, 'cards stand in columns');
  const drawn = edges.map(({ from, to }, at) => {
    const [start, end] = [middle.get(from), middle.get(to)];
    assert.ok(start && end && routes[at] && routes[at].length > 1, 'every arrow is drawn');
    return {
      from: columns.indexOf(start.x),
      to: columns.indexOf(end.x),
      route: [start, ...routes[at], end],
    };
  });
  return crossingsOf(drawn, columns);
};

export const job: Job = {
  row: '5',
  name: 'layout of 1,000 achievements',
  rounds: 3,
  prepare: async () => {
    requireBuilt('dist/layout.js', 'dist/graphviz.js');
    const text = structureOf(graphModelOf(await largePlan()));
    const structure = readStructure(text);
    const layOut = () => layoutText(text);
    const layOutByElk = () => elk.layout(elkGraph(structure));
    const crossings = crossingsIn(structure, ours(JSON.parse(await layOut())));
    const elkCrossings = crossingsIn(structure, theirs(await layOutByElk()));
    const open = () => runChild<GraphFigures>('openGraph', []);
    const figure = (name: 'opening' | 'following' | 'openedAfter') => async () => (await open())[name];
    const whole = 'ready for the page (wall time)';
    const stretch = { kind: 'at-most', amount: 20 } as const;
    return {
      contenders: [
        { name: 'parallel-plans', run: layOut },
        { name: 'ELK layered', run: layOutByElk },
        { name: 'crossings', measure: async () => crossings, unit: 'crossings' },
        { name: 'crossings of ELK', measure: async () => elkCrossings, unit: 'crossings' },
        { name: 'longest stretch of opening', measure: figure('opening') },
        { name: 'longest stretch of following a change', measure: figure('following') },
        { name: whole, measure: figure('openedAfter') },
      ],
      comparisons: [
        {
          ours: 'parallel-plans',
          other: 'ELK layered',
          target: { kind: 'at-least-times-quicker', factor: 10 },
        },
        { ours: 'crossings', other: 'crossings of ELK', target: { kind: 'at-most-times', factor: 1 } },
        { ours: 'longest stretch of opening', other: whole, target: stretch },
        { ours: 'longest stretch of following a change', other: whole, target: stretch },
      ],
      check: async () => {
        const { nodes, layouts } = await open();
        assert.deepEqual([structure.nodes.length, nodes], [1000, 1000]);
        assert.equal(layouts, 1, 'a change of a title needs no other layout');
      },
    };
  },
};
