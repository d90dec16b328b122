import assert from 'node:assert/strict';
import type { CreationKind, CreationSelection } from '../../../src/engine/create/batch';
import { planBatch } from '../../../src/engine/create/planBatch';
import { prepareCreation } from '../../../src/engine/create/prepare';
import type { AnalysedPlan } from '../../../src/engine/model/analysis';
import { nameOf } from '../../../src/engine/model/uri';
import { analysedPlan, loneParallel, prpBatch } from '../../support/analysedPlan';
import { noSources } from '../../support/noSources';

const prepare = (plan: AnalysedPlan, kind: CreationKind, selection: CreationSelection) => {
  const result = planBatch(plan, { plan: plan.uri, kind, selection });
  if (!result.ok) throw result.error;
  const { targets, skipped, missingSubplans, level } = result.value;
  return {
    level,
    files: targets.map(({ uri }) => nameOf(uri)),
    skipped: skipped.map(({ id, reason }) => `${id}: ${reason}`),
    missingSubplans,
  };
};

const next: CreationSelection = { by: 'next' };

/** 1.1 is approved, 1.2 has a SUBPLAN, 2.1 and 2.2 wait for 1.2. */
const plan = analysedPlan({
  achievements: [
    { id: '1.1', needs: [], documents: ['APPROVED_11.md', 'SUBPLAN_X_11.md'] },
    { id: '1.2', needs: [], status: 'subplan_created' },
    { id: '2.1', needs: ['1.2'] },
    { id: '2.2', needs: ['1.2'], status: 'complete' },
    { id: '3.1', needs: ['2.1'], status: 'skipped' },
  ],
});

describe('create/prepare', () => {
  it('takes the lowest level with something missing', () => {
    assert.deepEqual(prepare(plan, 'subplan', next), {
      level: 1,
      files: ['SUBPLAN_X_21.md'],
      skipped: ['2.2: approved by APPROVED_22.md'],
      missingSubplans: [],
    });
    assert.deepEqual(prepare(plan, 'execution', next), {
      level: 0,
      files: ['EXECUTION_TASK_X_12_01.md'],
      skipped: ['1.1: approved by APPROVED_11.md'],
      missingSubplans: [],
    });
  });

  it('names every existing document when nothing is missing', () => {
    const done = analysedPlan({
      achievements: [
        { id: '1.1', needs: [], documents: ['SUBPLAN_X_11_V2.md'] },
        { id: '1.2', needs: ['1.1'], status: 'skipped' },
      ],
    });
    assert.deepEqual(prepare(done, 'subplan', next), {
      level: undefined,
      files: [],
      skipped: ['1.1: SUBPLAN_X_11_V2.md exists', '1.2: skipped by SKIPPED_12.md'],
      missingSubplans: [],
    });
  });

  it('blocks executions while a SUBPLAN is missing, and creates none of them', () => {
    assert.deepEqual(prepare(plan, 'execution', { by: 'all' }), {
      level: undefined,
      files: [],
      skipped: [
        '1.1: approved by APPROVED_11.md',
        '2.2: approved by APPROVED_22.md',
        '3.1: skipped by SKIPPED_31.md',
      ],
      missingSubplans: ['2.1'],
    });
  });

  it('creates no second execution', () => {
    const running = analysedPlan({
      achievements: [{ id: '1.1', needs: [], documents: ['SUBPLAN_X_11.md', 'EXECUTION_TASK_X_11_02.md'] }],
    });
    assert.deepEqual(prepare(running, 'execution', { by: 'all' }).skipped, [
      '1.1: EXECUTION_TASK_X_11_02.md exists',
    ]);
  });

  it('takes any level and any achievement, in document order', () => {
    assert.deepEqual(prepare(plan, 'subplan', { by: 'level', level: 1 }).files, ['SUBPLAN_X_21.md']);
    assert.deepEqual(prepare(plan, 'subplan', { by: 'achievements', ids: ['2.1', '1.2', '2.1'] }), {
      level: undefined,
      files: ['SUBPLAN_X_21.md'],
      skipped: ['1.2: SUBPLAN_X_12.md exists'],
      missingSubplans: [],
    });
  });

  it('refuses levels and ids the plan does not have, and says which it has', () => {
    assert.throws(() => prepare(plan, 'subplan', { by: 'level', level: 7 }), {
      name: 'UserError',
      message: 'X has no level 7. Its levels are 0, 1, 2.',
    });
    assert.throws(() => prepare(plan, 'subplan', { by: 'achievements', ids: ['9.9', '1.1', '8'] }), {
      name: 'UserError',
      message: 'X has no achievement 9.9, 8. It has 1.1, 1.2, 2.1, 2.2, 3.1.',
    });
    const flat = analysedPlan({ achievements: [{ id: '1.1' }] });
    assert.throws(() => prepare(flat, 'subplan', { by: 'level', level: 0 }), {
      message: 'X has no dependency levels: no dependencies are stated. Select achievements by id, or all.',
    });
  });

  it('goes by priority where no dependencies are stated', () => {
    const flat = analysedPlan({
      achievements: [
        { id: '1.1', priority: '1', documents: ['SUBPLAN_X_11.md'] },
        { id: '2.1', priority: '2' },
        { id: '2.2', priority: '2', documents: ['SUBPLAN_X_22.md'] },
        { id: '3.1', priority: '3' },
      ],
    });
    assert.deepEqual(prepare(flat, 'subplan', next), {
      level: undefined,
      files: ['SUBPLAN_X_21.md'],
      skipped: ['2.2: SUBPLAN_X_22.md exists'],
      missingSubplans: [],
    });
  });

  it('creates for achievements in cycles when asked for them, and says why "next" does not', () => {
    const cyclic = analysedPlan({
      achievements: [
        { id: '1.1', needs: ['1.2'] },
        { id: '1.2', needs: ['1.1'] },
      ],
    });
    assert.deepEqual(prepare(cyclic, 'subplan', { by: 'all' }).files, ['SUBPLAN_X_11.md', 'SUBPLAN_X_12.md']);
    assert.deepEqual(prepare(cyclic, 'subplan', next), {
      level: undefined,
      files: [],
      skipped: ['1.1', '1.2'].map(
        (id) => `${id}: in a dependency cycle, so it has no level; select it by its id`,
      ),
      missingSubplans: [],
    });
  });

  it('never proposes a file that another achievement has', () => {
    const taken = analysedPlan({
      achievements: [
        { id: '1.1', needs: [], documents: ['SUBPLAN_X_12.md'] },
        { id: '1.2', needs: [] },
      ],
    });
    assert.deepEqual(prepare(taken, 'subplan', { by: 'all' }), {
      level: undefined,
      files: [],
      skipped: ['1.1: SUBPLAN_X_12.md exists', '1.2: SUBPLAN_X_12.md exists but belongs to 1.1'],
      missingSubplans: [],
    });
  });

  it('keeps names and titles on their line, whatever a parallel.json calls them', async () => {
    const odd = loneParallel({
      name: '../X\n**Achievement**: 9.9',
      achievements: [{ id: '1.1', needs: [], title: 'One\n# Two\u001b[31m' }],
    });
    const result = await prepareCreation(odd, noSources, { plan: odd.uri, kind: 'subplan', selection: next });
    assert.ok(result.ok);
    const [file] = result.value.files;
    assert.equal(file?.name, 'SUBPLAN_..-X-**Achievement**: 9.9_11.md');
    assert.equal(file?.content.split('\n')[0], '# SUBPLAN: One # Two [31m');
    assert.deepEqual(file?.content.match(/^\*\*Achievement\*\*.*$/gm), ['**Achievement**: 1.1  ']);
    assert.ok(file?.uri.startsWith(`${odd.folders.subplans}/SUBPLAN_`));
  });

  it('refuses PRP batches', () => {
    const batch = prpBatch([{ id: 'PRP-47.1.1' }]);
    assert.throws(() => prepare(batch, 'subplan', next), {
      name: 'UserError',
      message: 'A PRP batch has no SUBPLANs: PRP-47 has PRP files, which describe the work.',
    });
  });
});
