import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { layoutGraph } from '../../../../src/extension/graph/layout/layout';
import { readStructure, structureOf } from '../../../../src/extension/graph/layout/structure';
import { graphModelOf } from '../../../../src/extension/graph/model/graphModel';
import { type Walk, walkOf } from '../../../../src/webview/graph/walk';
import { cyclic, graphPlan, many, nine, unordered } from '../../../support/graphPlans';

const walkIn = async (plan: ReturnType<typeof nine>): Promise<Walk> => {
  const model = graphModelOf(plan);
  return walkOf(model, await layoutGraph(readStructure(structureOf(model))));
};

const reachable = (walk: Walk): readonly string[] => {
  const reached = new Set(walk.order[0] === undefined ? [] : [walk.order[0]]);
  for (const id of reached) {
    for (const step of ['left', 'right', 'up', 'down'] as const) reached.add(walk.from(id, step));
  }
  return [...reached].sort();
};

describe('walking a graph by keys', () => {
  it('follows dependencies to the left and dependents to the right', async () => {
    const walk = await walkIn(nine());
    assert.equal(walk.from('2.2', 'left'), '1.2');
    assert.equal(walk.from('2.2', 'right'), '3.1');
    assert.equal(walk.from('1.1', 'down'), '1.2');
    assert.equal(walk.from('1.2', 'up'), '1.1');
    assert.equal(walk.from('4.1', 'right'), '4.1');
    assert.deepEqual(
      [walk.order[0], walk.from('3.1', 'first'), walk.from('1.1', 'last')],
      ['1.1', '1.1', '4.1'],
    );
  });

  it('reaches every node', async () => {
    for (const plan of [nine(), many(60, 10), cyclic(), unordered()]) {
      assert.deepEqual(reachable(await walkIn(plan)), plan.achievements.map(({ id }) => id).sort());
    }
  });

  it('reaches every node of any graph', async () => {
    const graphs = fc.array(fc.array(fc.nat({ max: 9 }), { maxLength: 3 }), { minLength: 1, maxLength: 10 });
    await fc.assert(
      fc.asyncProperty(graphs, async (needs) => {
        const sketches = needs.map((steps, at) => ({
          id: `1.${at}`,
          needs: [...new Set(steps.map((step) => at - step - 1).filter((to) => to >= 0))].map(
            (to) => `1.${to}`,
          ),
        }));
        assert.deepEqual(reachable(await walkIn(graphPlan(sketches))), sketches.map(({ id }) => id).sort());
      }),
      { numRuns: 25 },
    );
  });
});
