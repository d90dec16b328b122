import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { AnalysedPlan } from '../../../../../src/engine/model/analysis';
import { layoutGraph } from '../../../../../src/extension/graph/layout/layout';
import { layoutDot } from '../../../../../src/extension/graph/layout/layoutDot';
import { readStructure, structureOf } from '../../../../../src/extension/graph/layout/structure';
import { graphModelOf } from '../../../../../src/extension/graph/model/graphModel';
import type { GraphModel, Layout } from '../../../../../src/webview/protocol/messages';
import { isHostMessage } from '../../../../../src/webview/protocol/messages';
import type { AchievementSketch } from '../../../../support/analysedPlan';
import { analysedPlan, changed, rewritten } from '../../../../support/analysedPlan';
import { cyclic, graphPlan, hostile, many, nine, unordered } from '../../../../support/graphPlans';

const laidOut = async (plan: AnalysedPlan): Promise<{ model: GraphModel; layout: Layout }> => {
  const model = graphModelOf(plan);
  return { model, layout: await layoutGraph(readStructure(structureOf(model))) };
};

/** No two cards touch, every card lies in its own column, and the columns stand side by side. */
const assertTidy = (model: GraphModel, { nodes, card, bands, width, height }: Layout): void => {
  nodes.forEach((a, at) => {
    assert.ok(a.x >= 0 && a.y >= 0 && a.x + card.width <= width && a.y + card.height <= height, 'inside');
    for (const b of nodes.slice(at + 1)) {
      const apart = Math.abs(a.x - b.x) >= card.width || Math.abs(a.y - b.y) >= card.height;
      assert.ok(apart, `cards overlap at ${a.x},${a.y} and ${b.x},${b.y}`);
    }
  });
  model.bands.forEach((band, at) => {
    const { x = 0, width: room = 0 } = bands[at] ?? {};
    for (const id of band.nodes) {
      const place = nodes[model.nodes.findIndex((node) => node.id === id)];
      assert.ok(place && place.x >= x && place.x + card.width <= x + room, `${id} is in ${band.title}`);
    }
    const next = bands[at + 1];
    if (next) assert.ok(Math.abs(x + room - next.x) < 0.3, 'columns touch');
  });
};

describe('the layout of a graph', () => {
  for (const [name, plan] of [
    ['nine achievements', nine()],
    ['sixty achievements', many(60, 10)],
    ['cycles', cyclic()],
    ['no dependencies', unordered()],
    ['hostile titles', hostile()],
    ['no achievements', analysedPlan({ achievements: [] })],
  ] as const) {
    it(`is tidy for ${name}`, async () => {
      const { model, layout } = await laidOut(plan);
      assertTidy(model, layout);
      assert.ok(isHostMessage({ type: 'graph', model, layout }), 'the page would take it');
    });
  }

  it('is tidy for any small graph', async () => {
    const graphs = fc.array(fc.array(fc.nat({ max: 6 }), { maxLength: 3 }), { minLength: 1, maxLength: 9 });
    await fc.assert(
      fc.asyncProperty(graphs, async (needs) => {
        const sketches: AchievementSketch[] = needs.map((steps, at) => ({
          id: `1.${at}`,
          needs: [...new Set(steps.map((step) => at - step - 1).filter((to) => to >= 0))].map(
            (to) => `1.${to}`,
          ),
        }));
        const { model, layout } = await laidOut(graphPlan(sketches));
        assertTidy(model, layout);
      }),
      { numRuns: 25 },
    );
  });

  it('leads every arrow from the right side of a dependency to the left side of what depends on it', async () => {
    const { model, layout } = await laidOut(nine());
    const place = (id: string) =>
      layout.nodes[model.nodes.findIndex((node) => node.id === id)] ?? { x: 0, y: 0 };
    model.edges.forEach(({ from, to }, at) => {
      const route = layout.edges[at] ?? [];
      const [startX = 0, startY = 0] = route;
      const [endX = 0, endY = 0] = route.slice(-2);
      assert.ok(
        Math.abs(startX - (place(from).x + layout.card.width)) < 1.5,
        `${from} -> ${to} starts at ${startX}`,
      );
      assert.ok(Math.abs(endX - place(to).x) < 1.5, `${from} -> ${to} ends at ${endX}`);
      assert.ok(startY > place(from).y && startY < place(from).y + layout.card.height);
      assert.ok(endY > place(to).y && endY < place(to).y + layout.card.height);
    });
  });

  it('tells graphviz no text of the plan', () => {
    const model = graphModelOf(hostile());
    assert.match(layoutDot(model, { width: 200, height: 80, titleLines: 1 }), /^[\w\s[\](){};:=,.>"-]*$/);
  });

  it('copes with a chain of five thousand levels', async () => {
    const chain = Array.from({ length: 5000 }, (_, at) => ({
      id: `1.${at}`,
      needs: at === 0 ? [] : [`1.${at - 1}`],
    }));
    const { layout } = await laidOut(analysedPlan({ achievements: chain }));
    const xs = layout.nodes.map(({ x }) => x);
    assert.equal(new Set(xs).size, 5000);
    assert.deepEqual(
      [...xs].sort((a, b) => a - b),
      xs,
    );
  });

  it('holds as long as only states change', () => {
    const structure = structureOf(graphModelOf(nine()));
    const first = (change: Partial<AchievementSketch>) =>
      changed(nine(), (_, at) => (at === 0 ? change : {}));
    assert.equal(structureOf(graphModelOf(first({ status: 'failed' }))), structure);
    assert.equal(structureOf(graphModelOf(first({ title: 'x'.repeat(80) }))), structure);
    const fewer = rewritten(nine(), ({ achievements }) => ({ achievements: achievements.slice(1) }));
    assert.notEqual(structureOf(graphModelOf(fewer)), structure);
  });
});

describe('the model of a graph', () => {
  it('collapses levels beyond 1,500 achievements', () => {
    const { nodes, edges, notes, total } = graphModelOf(many(1600, 100));
    assert.equal(total, 1600);
    assert.equal(nodes.length, 16);
    assert.deepEqual(
      [nodes[0]?.id, nodes[0]?.statusWords, nodes[0]?.opens],
      ['Level 0', '100 of 100 complete', '1.1'],
    );
    assert.deepEqual(
      edges.slice(0, 2).map(({ from, to }) => [from, to]),
      [
        ['Level 0', 'Level 1'],
        ['Level 1', 'Level 2'],
      ],
    );
    assert.match(notes.join(), /1600 achievements/);
  });

  it('expands what was asked for last, as far as there is room', () => {
    const plan = many(1600, 400);
    const modelWith = (...bands: readonly string[]) =>
      graphModelOf(plan, {
        choices: bands.map((band) => ({ band, isCollapsed: false })),
        redundant: false,
      });
    const expandedIn = (model: ReturnType<typeof modelWith>): readonly string[] =>
      model.bands.filter(({ isCollapsed }) => !isCollapsed).map(({ title }) => title);
    const one = modelWith('Level 2');
    assert.equal(one.nodes.length, 403);
    assert.deepEqual(
      one.edges.filter(({ from, to }) => [from, to].every((id) => id.startsWith('Level'))),
      modelWith().edges.filter(({ from, to }) => ![from, to].includes('Level 2')),
    );
    assert.deepEqual(expandedIn(modelWith('Level 0', 'Level 1', 'Level 3', 'Level 2')), [
      'Level 1',
      'Level 2',
      'Level 3',
    ]);
    const small = graphModelOf(nine(), {
      choices: [{ band: 'Level 1', isCollapsed: true }],
      redundant: false,
    });
    assert.deepEqual(
      small.nodes.map(({ id }) => id),
      ['1.1', '1.2', '1.3', 'Level 1', '3.1', '3.2', '4.1'],
    );
    assert.deepEqual(
      small.edges.map(({ from, to }) => [from, to]),
      [
        ['1.1', 'Level 1'],
        ['1.2', 'Level 1'],
        ['Level 1', '3.1'],
        ['Level 1', '3.2'],
        ['3.1', '4.1'],
        ['3.2', '4.1'],
      ],
    );
  });

  it('leaves out arrows that follow from others when there are very many, and says so', () => {
    const everyBefore = Array.from({ length: 20 }, (_, at) => ({
      id: `1.${at}`,
      needs: Array.from({ length: at }, (_, before) => `1.${before}`),
    }));
    const { edges, notes } = graphModelOf(graphPlan(everyBefore));
    assert.deepEqual(
      edges.map(({ from, to }) => [from, to]),
      everyBefore.slice(1).map(({ id }, at) => [`1.${at}`, id]),
    );
    assert.deepEqual(notes, ['Arrows that follow from others are not drawn: 171 of 190.']);
  });

  it('collapses a graph whose arrows cross too many columns', () => {
    const chain = Array.from({ length: 400 }, (_, at) => ({
      id: `1.${at}`,
      needs: at === 0 ? [] : [`1.${at - 1}`],
    }));
    const fans = Array.from({ length: 60 }, (_, at) => ({ id: `2.${at}`, needs: ['1.398', `3.${at}`] }));
    const starts = Array.from({ length: 60 }, (_, at) => ({ id: `3.${at}` }));
    assert.equal(graphModelOf(graphPlan([...chain, ...fans, ...starts])).nodes[0]?.kind, 'level');
  });

  it('leaves out arrows to what the plan does not have, but says so in the node', () => {
    const { nodes, edges } = graphModelOf(graphPlan([{ id: '1.1', needs: ['9.9'] }]));
    assert.deepEqual(edges, []);
    assert.deepEqual([nodes[0]?.dependencies, nodes[0]?.readinessWords], [['9.9'], 'blocked by 9.9']);
  });
});
