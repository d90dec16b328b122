import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { AnalysedPlan } from '../../../../../src/engine/model/analysis';
import { layoutGraph } from '../../../../../src/extension/graph/layout/layout';
import { readStructure, structureOf } from '../../../../../src/extension/graph/layout/structure';
import { workspaceModelOf } from '../../../../../src/extension/graph/model/workspaceModel';
import { queryOf } from '../../../../../src/webview/graph/query';
import { walkOf } from '../../../../../src/webview/graph/walk';
import { fullIdOf } from '../../../../../src/webview/kit/words';
import {
  type GraphModel,
  isHostMessage,
  isLink,
  type Layout,
} from '../../../../../src/webview/protocol/messages';
import { analysedPlan, changed, rewritten } from '../../../../support/analysedPlan';
import { graphPlan, many, nine } from '../../../../support/graphPlans';
import { saying, several } from '../../../../support/workspacePlans';

/** Names of nodes as a person reads them, by id. */
const namesIn = ({ nodes }: GraphModel): ((id: string) => string) => {
  const names = new Map(nodes.map((node) => [node.id, fullIdOf(node)]));
  return (id) => names.get(id) ?? `no node ${id}`;
};

const linksIn = (model: GraphModel): readonly string[] => {
  const name = namesIn(model);
  return model.edges.filter(isLink).map(({ from, to, kind }) => `${name(from)} ${kind} ${name(to)}`);
};

/** Everything lies inside, in its column and its strip; no cards touch, and no link crosses one. */
const assertTidy = (model: GraphModel, layout: Layout): void => {
  const { card, width, height } = layout;
  const name = namesIn(model);
  const place = (id: string) =>
    layout.nodes[model.nodes.findIndex((node) => node.id === id)] ?? { x: -1, y: -1 };
  layout.nodes.forEach((a, at) => {
    assert.ok(a.x >= 0 && a.y >= 0 && a.x + card.width <= width && a.y + card.height <= height, 'inside');
    for (const b of layout.nodes.slice(at + 1))
      assert.ok(Math.abs(a.x - b.x) >= card.width || Math.abs(a.y - b.y) >= card.height, 'cards overlap');
  });
  model.strips.forEach(({ nodes }, at) => {
    const { y = 0, height: rows = 0 } = layout.strips[at] ?? {};
    for (const id of nodes) {
      const top = place(id).y;
      assert.ok(top >= y && top + card.height <= y + rows, `${name(id)} in its strip`);
    }
    assert.ok((layout.strips[at + 1]?.y ?? y + rows) >= y + rows, 'strips do not overlap');
  });
  model.bands.forEach(({ nodes, title }, at) => {
    const { x = 0, width: room = 0 } = layout.bands[at] ?? {};
    for (const id of nodes) {
      const left = place(id).x;
      assert.ok(left >= x && left + card.width <= x + room, `${name(id)} in ${title}`);
    }
  });
  model.edges.forEach(({ from, to, kind }, at) => {
    const route = layout.edges[at] ?? [];
    assert.ok(route.length >= 8, `${name(from)} ${kind} ${name(to)} is drawn`);
    if (!isLink({ kind })) return;
    for (let point = 0; point < route.length; point += 2) {
      const [x = 0, y = 0] = route.slice(point, point + 2);
      assert.ok(x >= 0 && y >= 0 && x <= width && y <= height, 'links stay inside');
      for (const each of layout.nodes) {
        const isIn = x > each.x + 1 && x < each.x + card.width - 1 && y > each.y && y < each.y + card.height;
        assert.ok(!isIn, `${name(from)} ${kind} ${name(to)} crosses a card`);
      }
    }
  });
};

const laidOut = (model: GraphModel): Promise<Layout> => layoutGraph(readStructure(structureOf(model)));

describe('the graph of all plans', () => {
  const model = workspaceModelOf(several());

  it('has a column for the plans and one for each level, with the achievements of all plans', () => {
    const name = namesIn(model);
    assert.deepEqual(
      model.bands.map(({ title, nodes }) => [title, nodes.length]),
      [
        ['Plans', 5],
        ['Level 0', 6],
        ['Level 1', 6],
        ['Level 2', 3],
        ['Level 3', 1],
        ['No level: in or behind a cycle', 5],
      ],
    );
    assert.deepEqual(model.bands[3]?.nodes.map(name), [
      'DOCUMENT-SEARCH 3.1',
      'DOCUMENT-SEARCH 3.2',
      'TIMED 3.1',
    ]);
    assert.deepEqual([model.complete, model.total, model.ready], [5, 23, 4]);
  });

  it('has a strip for each plan; what is finished or has no order is a box, and comes last', () => {
    assert.deepEqual(
      model.strips.map(({ title, progress, nodes }) => [title, progress, nodes.length]),
      [
        ['DOCUMENT-SEARCH', '2 of 9 complete', 10],
        ['TIMED', '1 of 6 complete', 7],
        ['KNOT', '1 of 6 complete', 7],
        ['IDEAS', '0 of 1 complete', 1],
        ['HOSTING', '1 of 1 complete', 1],
      ],
    );
    assert.match(
      model.notes.join(),
      /One box each: 1 finished plan, 1 plan without dependency information\./,
    );
    assert.equal(new Set(model.nodes.map(({ id }) => id)).size, model.nodes.length, 'ids are unique');
  });

  it('draws links from what comes first, and says them at both ends', () => {
    assert.deepEqual(linksIn(model), [
      'TIMED 2.1 depends DOCUMENT-SEARCH',
      'DOCUMENT-SEARCH related HOSTING',
      'TIMED blocks KNOT',
      'DOCUMENT-SEARCH depends IDEAS',
    ]);
    const said = model.nodes.flatMap((node) =>
      (node.context?.links ?? []).map((words) => `${fullIdOf(node)}: ${words}`),
    );
    assert.deepEqual(said.sort(), [
      'DOCUMENT-SEARCH: depends on TIMED 2.1',
      'DOCUMENT-SEARCH: needed by IDEAS',
      'DOCUMENT-SEARCH: related to HOSTING',
      'HOSTING: related to DOCUMENT-SEARCH',
      'IDEAS: depends on DOCUMENT-SEARCH',
      'KNOT: waits for TIMED',
      'TIMED 2.1: needed by DOCUMENT-SEARCH',
      'TIMED: blocks KNOT',
    ]);
  });

  it('claims no critical path: each plan has one of its own', () => {
    assert.equal(model.criticalPath, null);
    assert.ok(model.nodes.every(({ critical, slack }) => !critical && slack === null));
  });

  it('shows a box for each plan, with the links, where there is too much to draw', () => {
    const [first, ...rest] = several();
    assert.ok(first);
    const large = workspaceModelOf([
      first,
      ...rest,
      rewritten(many(1600, 100), () => ({ name: 'HUGE', text: 'Needs PLAN_TIMED.md' })),
    ]);
    assert.deepEqual(large.nodes.map(({ kind, title }) => [kind, title])[3], [
      'plan',
      '1600 achievements, 99 ready',
    ]);
    assert.ok(linksIn(large).includes('TIMED depends HUGE'));
    assert.deepEqual([large.bands.length, large.strips.length], [1, 0]);
    assert.match(large.notes.join(), /Too large/);
  });

  it('says of a plan without achievements that there is nothing to do', () => {
    const [box] = workspaceModelOf([analysedPlan({ name: 'EMPTY', achievements: [] })]).nodes;
    assert.deepEqual([box?.status, box?.statusWords], ['not_started', 'nothing to do yet']);
  });

  it('is laid out tidily, and anew only when more than states change', async () => {
    const layout = await laidOut(model);
    assertTidy(model, layout);
    assert.ok(isHostMessage({ type: 'graph', model, layout }), 'the page would take it');
    const [first, ...rest] = several();
    assert.ok(first);
    const failed = changed(first, (_, at) => (at === 0 ? { status: 'failed' } : {}));
    assert.equal(structureOf(workspaceModelOf([failed, ...rest])), structureOf(model));
    assert.notEqual(structureOf(workspaceModelOf(rest)), structureOf(model));
  });

  it('is laid out tidily whatever the plans and the links between them are', async () => {
    const plan = fc.array(fc.array(fc.nat({ max: 4 }), { maxLength: 2 }), { minLength: 1, maxLength: 6 });
    const link = fc.tuple(
      fc.nat({ max: 3 }),
      fc.nat({ max: 3 }),
      fc.constantFrom('Needs', 'Blocks', 'See'),
      fc.nat({ max: 5 }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(plan, { minLength: 1, maxLength: 4 }),
        fc.array(link, { maxLength: 9 }),
        async (shapes, links) => {
          const plans = shapes.map((needs, at): AnalysedPlan => {
            const sketches = needs.map((steps, index) => ({
              id: `1.${index}`,
              needs: [...new Set(steps.map((step) => index - step - 1))]
                .filter((to) => to >= 0)
                .map((to) => `1.${to}`),
            }));
            const lines = links
              .filter(([from]) => from === at)
              .map(([, to, word, id]) => `${word} PLAN_P${to} Achievement 1.${id}`);
            return saying(graphPlan(sketches, { name: `P${at}` }), lines.join('\n\n'));
          });
          const each = workspaceModelOf(plans);
          assertTidy(each, await laidOut(each));
        },
      ),
      { seed: 20_261_128, numRuns: 25 },
    );
  });

  it('is walked by keys to every node', async () => {
    const walk = walkOf(model, await laidOut(model));
    const reached = new Set(walk.order[0] === undefined ? [] : [walk.order[0]]);
    for (const id of reached)
      for (const step of ['left', 'right', 'up', 'down'] as const) reached.add(walk.from(id, step));
    assert.equal(reached.size, model.nodes.length);
  });

  it('is searched by the name of a plan, and by ids as people read them', () => {
    const found = (text: string): readonly string[] =>
      model.nodes.filter(queryOf(text) ?? (() => false)).map(fullIdOf);
    assert.deepEqual(found('plan:timed 2.'), ['TIMED 2.1', 'TIMED 2.2', 'TIMED 2.3']);
    assert.deepEqual(found('HOST'), ['HOSTING']);
    assert.equal(workspaceModelOf([nine()]).nodes.filter(queryOf('plan:x') ?? (() => true)).length, 0);
  });
});
