import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { CreationKind, CreationSelection } from '../../../src/engine/create/batch';
import { countNext, missingDocuments } from '../../../src/engine/create/count';
import { planBatch } from '../../../src/engine/create/planBatch';
import type { AnalysedPlan } from '../../../src/engine/model/analysis';
import { type AchievementSketch, analysedPlan, prpBatch } from '../../support/analysedPlan';

const prepared = (plan: AnalysedPlan, kind: CreationKind, selection: CreationSelection) => {
  const result = planBatch(plan, { plan: plan.uri, kind, selection });
  if (!result.ok) throw result.error;
  return result.value;
};

/** Plans with and without levels, cycles, and documents of every kind in any combination. */
const plans: fc.Arbitrary<AnalysedPlan> = fc
  .array(
    fc.record({
      needs: fc.option(fc.array(fc.nat(7), { maxLength: 2 }), { nil: undefined }),
      subplan: fc.boolean(),
      execution: fc.boolean(),
      over: fc.constantFrom('no', 'APPROVED', 'SKIPPED'),
      priority: fc.constantFrom('1', '2'),
    }),
    { maxLength: 8 },
  )
  .map((rows) =>
    analysedPlan({
      achievements: rows.map(({ needs, subplan, execution, over, priority }, at): AchievementSketch => {
        const id = `1.${at + 1}`;
        return {
          id,
          priority,
          needs: needs?.map((other) => `1.${other + 1}`),
          documents: [
            ...(subplan ? [`SUBPLAN_X_1${at + 1}.md`] : []),
            ...(execution ? [`EXECUTION_TASK_X_1${at + 1}_01.md`] : []),
            ...(over === 'no' ? [] : [`${over}_1${at + 1}.md`]),
          ],
        };
      }),
    }),
  );

describe('counting what a batch would create', () => {
  for (const kind of ['subplan', 'execution'] as const) {
    it(`agrees with the ${kind} batch itself`, () => {
      fc.assert(
        fc.property(plans, (plan) => {
          const { targets, missingSubplans, level } = prepared(plan, kind, { by: 'next' });
          const { files, missingSubplans: first, level: of } = countNext(plan, kind);
          assert.deepEqual([files, first, of], [targets.length, missingSubplans.length, level]);
          const skipped = new Set(prepared(plan, kind, { by: 'all' }).skipped.map(({ id }) => id));
          assert.deepEqual(
            missingDocuments(plan, kind),
            plan.achievements.map(({ id }) => id).filter((id) => !skipped.has(id)),
          );
        }),
      );
    });
  }

  it('says which priority is meant where nothing is known of the order, and what cycles hold back', () => {
    const loose = analysedPlan({
      achievements: [
        { id: '1.1', priority: '1', documents: ['SUBPLAN_X_11.md'] },
        { id: '2.1', priority: '2' },
      ],
    });
    assert.deepEqual([countNext(loose, 'subplan').priority, countNext(loose, 'subplan').files], ['2', 1]);
    const round = analysedPlan({
      achievements: [
        { id: '1.1', needs: [], documents: ['SUBPLAN_X_11.md'] },
        { id: '1.2', needs: ['1.2'] },
      ],
    });
    assert.deepEqual([countNext(round, 'subplan').files, countNext(round, 'subplan').withoutLevel], [0, 1]);
    assert.equal(countNext(round, 'execution').level, 0);
  });

  it('finds nothing in a PRP batch', () => {
    const batch = prpBatch([{ id: 'PRP-1.1.1' }]);
    const { files, missingSubplans, withoutLevel } = countNext(batch, 'subplan');
    assert.deepEqual([files, missingSubplans, withoutLevel], [0, 0, 0]);
    assert.deepEqual(missingDocuments(batch, 'subplan'), []);
  });
});
