import assert from 'node:assert/strict';
import { structureOf } from '../../../../../src/extension/graph/layout/structure';
import { graphModelOf } from '../../../../../src/extension/graph/model/graphModel';
import { engineOver, planOf } from '../../../../support/engineOver';
import { graphPlan, scheduled } from '../../../../support/graphPlans';

describe('the schedule in the graph', () => {
  it('is the critical path with its length, and slack elsewhere', () => {
    const { criticalPath, nodes, edges } = graphModelOf(scheduled());
    assert.equal(criticalPath, '14 hours');
    assert.deepEqual(
      nodes.map(({ id, critical, slack }) => [id, critical, slack]),
      [
        ['1.1', false, null],
        ['1.2', true, null],
        ['2.1', true, null],
        ['2.2', false, '6 h'],
        ['2.3', false, '9 h'],
        ['3.1', true, null],
      ],
    );
    assert.deepEqual(
      edges.filter(({ critical }) => critical).map(({ from, to }) => `${from} ${to}`),
      ['1.2 2.1', '2.1 3.1'],
    );
  });

  it('is nothing where one estimate is missing, or nothing is left to do', () => {
    const unsure = graphPlan([{ id: '1.1', hours: [1, 1] }, { id: '1.2' }]);
    const over = graphPlan([{ id: '1.1', hours: [1, 1], status: 'complete' }]);
    for (const plan of [unsure, over]) {
      const { criticalPath, nodes } = graphModelOf(plan);
      assert.equal(criticalPath, null);
      assert.ok(nodes.every(({ critical, slack }) => !critical && slack === null));
    }
  });

  it('is marked on the box of a level that it goes through, and on the arrows between boxes', () => {
    const choices = ['Level 0', 'Level 1'].map((band) => ({ band, isCollapsed: true }));
    const { nodes, edges } = graphModelOf(scheduled(), { choices, redundant: false });
    assert.deepEqual(
      nodes.map(({ id, critical }) => [id, critical]),
      [
        ['Level 0', true],
        ['Level 1', true],
        ['3.1', true],
      ],
    );
    assert.ok(edges.every(({ critical }) => critical));
  });

  it('does not move the graph when only the slack changes', () => {
    const model = graphModelOf(scheduled());
    const other = { ...model, nodes: model.nodes.map((node) => ({ ...node, slack: '123.5 h' })) };
    assert.equal(structureOf(model), structureOf(other));
  });

  it('comes with the owner that a PLAN names', async () => {
    const { plan } = await engineOver({
      '/w/A/PLAN_A.md': planOf('A', ['1.1', '1.2'], { 1.1: '- **Owner**: Ada\n- **Dependencies**: None' }),
    });
    const { nodes } = graphModelOf(plan('A'));
    assert.deepEqual(
      nodes.map(({ owner }) => owner),
      ['Ada', null],
    );
  });
});
