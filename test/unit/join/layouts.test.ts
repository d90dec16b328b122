import assert from 'node:assert/strict';
import type { AnalysedPlan } from '../../../src/engine/model/analysis';
import { nameOf } from '../../../src/engine/model/uri';
import { engineOver, headed, planOf } from '../../support/engineOver';
import { uriOf } from '../../support/memoryFiles';

const statuses = (plan: AnalysedPlan): Readonly<Record<string, string>> =>
  Object.fromEntries(plan.achievements.map(({ id, status }) => [id, status]));

const evidenceNames = (plan: AnalysedPlan, id: string): readonly string[] =>
  plan.byId.get(id)?.evidence.map(({ uri }) => nameOf(uri)) ?? [];

describe('Joining documents into plans', () => {
  it('reads a nested plan, the strongest evidence deciding', async () => {
    const { plan } = await engineOver({
      '/w/plans/FARM/PLAN_FARM.md': planOf('FARM', ['1.1', '1.2', '1.3', '1.4', '1.5', '1.6', '1.7']),
      '/w/plans/FARM/subplans/SUBPLAN_FARM_11.md': '',
      '/w/plans/FARM/execution/EXECUTION_TASK_FARM_11_01.md': '- [x] done\n',
      '/w/plans/FARM/execution/feedbacks/APPROVED_11.md': '',
      '/w/plans/FARM/execution/feedbacks/FIX_11.md': '',
      '/w/plans/FARM/execution/feedbacks/FIX_12.md': '',
      '/w/plans/FARM/execution/feedbacks/FIX_13_RESOLUTION.md': '',
      '/w/plans/FARM/subplans/SUBPLAN_FARM_13.md': '',
      '/w/plans/FARM/execution/EXECUTION_TASK_FARM_14_01.md': '- [ ] open\n',
      '/w/plans/FARM/execution/EXECUTION_TASK_FARM_15_01.md': '- [ ] open\n',
      '/w/plans/FARM/execution/EXECUTION_TASK_FARM_15_02.md': '- [x] ticked\n',
      '/w/plans/FARM/execution/SKIPPED_16.md': '',
    });
    assert.deepEqual(statuses(plan('FARM')), {
      1.1: 'complete',
      1.2: 'failed',
      1.3: 'subplan_created',
      1.4: 'execution_created',
      1.5: 'in_progress',
      1.6: 'skipped',
      1.7: 'not_started',
    });
    assert.deepEqual(evidenceNames(plan('FARM'), '1.1'), [
      'APPROVED_11.md',
      'FIX_11.md',
      'EXECUTION_TASK_FARM_11_01.md',
      'SUBPLAN_FARM_11.md',
    ]);
    assert.equal(evidenceNames(plan('FARM'), '1.5')[0], 'EXECUTION_TASK_FARM_15_02.md');
  });

  it('reads plans in category folders, and not the noise beside them', async () => {
    const { plan, engine } = await engineOver({
      '/w/plans/a_paused/FARM/PLAN_FARM.md': planOf('FARM', ['3.1']),
      '/w/plans/a_paused/FARM/execution/EXECUTION_ANALYSIS_FARM_31.md': '- [x] not a task\n',
      '/w/plans/a_paused/FARM/FARMold/execution/feedbacks/APPROVED_31.md': '',
      '/w/plans/a_paused/FARM/PLAN_SUMMARY.md': `# PLAN Summary: FARM\n\n## Achievements\n\n**Achievement 3.1**: Other\n`,
    });
    assert.deepEqual(statuses(plan('FARM')), { 3.1: 'not_started' });
    assert.equal(engine.snapshot.plans.length, 1);
  });

  it('reads flat plans over shared folders', async () => {
    const { plan } = await engineOver({
      '/w/plans/a/PLAN_FARM.md': planOf('FARM', ['1.1']),
      '/w/plans/a/PLAN_FARM-TWO.md': planOf('FARM-TWO', ['1.1', '1.2']),
      '/w/subplans/SUBPLAN_FARM_11.md': '',
      '/w/subplans/SUBPLAN_FARM-TWO_12.md': '',
      '/w/execution/EXECUTION_TASK_FARM-TWO_11_01.md': '',
      '/w/execution/feedbacks/APPROVED_12.md': '',
      '/w/execution/feedbacks/APPROVED_11.md': '',
    });
    assert.deepEqual(statuses(plan('FARM')), { 1.1: 'subplan_created' });
    assert.deepEqual(statuses(plan('FARM-TWO')), { 1.1: 'execution_created', 1.2: 'complete' });
    assert.deepEqual(
      plan('FARM').strays.map(({ uri, reason }) => [nameOf(uri), reason]),
      [['APPROVED_11.md', 'ambiguous']],
    );
  });

  it('gives a shared feedback file to the plan its header names', async () => {
    const { plan } = await engineOver({
      '/w/plans/PLAN_A.md': planOf('A', ['1.1']),
      '/w/plans/PLAN_B.md': planOf('B', ['1.1']),
      '/w/plans/subplans/SUBPLAN_A_11.md': '',
      '/w/plans/subplans/SUBPLAN_B_11.md': '',
      '/w/plans/execution/feedbacks/APPROVED_11.md': '# APPROVED\n\n**Plan**: PLAN_B.md\n',
    });
    assert.deepEqual(
      [statuses(plan('A')), statuses(plan('B'))],
      [{ 1.1: 'subplan_created' }, { 1.1: 'complete' }],
    );
  });

  it('reads archives: the PLAN in planning/, its evidence one level up', async () => {
    const { plan } = await engineOver({
      '/w/archive/farm/planning/PLAN_FARM.md': planOf('FARM', ['1.1', '2.1']),
      '/w/archive/farm/subplans/SUBPLAN_FARM_01.md': headed('1.1'),
      '/w/archive/farm/execution/EXECUTION_TASK_FARM_04_01.md': headed('2.1'),
    });
    assert.deepEqual(statuses(plan('FARM')), { 1.1: 'subplan_created', 2.1: 'execution_created' });
    assert.equal(plan('FARM').folders.root, uriOf('/w/archive/farm'));
  });

  it('reads a plan that keeps everything in one folder, and keeps it that way', async () => {
    const { plan } = await engineOver({
      '/w/plans/PLAN_FARM.md': planOf('FARM', ['1.1']),
      '/w/plans/SUBPLAN_FARM_11.md': '',
      '/w/plans/EXECUTION_TASK_FARM_11_01.md': '',
      '/w/plans/APPROVED_11.md': '',
    });
    assert.deepEqual(statuses(plan('FARM')), { 1.1: 'complete' });
    assert.equal(plan('FARM').folders.subplans, uriOf('/w/plans'));
  });

  it('believes the header before the digits, and digits only when one id has them', async () => {
    const { plan } = await engineOver({
      '/w/P/PLAN_P.md': planOf('P', ['1.1', '1.11', '11.1', '8.5']),
      '/w/P/subplans/SUBPLAN_P_99.md': headed('1.1'),
      '/w/P/subplans/SUBPLAN_P_111.md': '',
      '/w/P/subplans/SUBPLAN_P_1-11.md': '',
      '/w/P/subplans/SUBPLAN_P_08_05.md': '',
      '/w/P/subplans/SUBPLAN_P_77.md': headed('7.7'),
      '/w/P/execution/EXECUTION_TASK_P_11-1_01.md': '',
    });
    assert.deepEqual(statuses(plan('P')), {
      1.1: 'subplan_created',
      1.11: 'subplan_created',
      11.1: 'execution_created',
      8.5: 'subplan_created',
    });
    assert.deepEqual(
      plan('P').strays.map(({ uri, reason, candidates }) => [nameOf(uri), reason, candidates]),
      [
        ['SUBPLAN_P_111.md', 'ambiguous', ['1.11', '11.1']],
        ['SUBPLAN_P_77.md', 'orphan', []],
      ],
    );
  });

  it('takes dependencies from parallel.json before the PLAN, and says when there are none', async () => {
    const stated = planOf('P', ['1.1', '1.2', '1.3'], {
      1.2: '- **Dependencies**: 1.1',
      1.3: '- **Dependencies**: 1.2',
    });
    const json = {
      achievements: [
        { achievement_id: '1.1', dependencies: [], blocks: ['1.2'] },
        { achievement_id: '1.2', dependencies: ['1.1'] },
        { achievement_id: '1.3', dependencies: ['1.1'] },
      ],
    };
    const { plan } = await engineOver({
      '/w/A/PLAN_A.md': stated,
      '/w/A/parallel.json': JSON.stringify(json),
      '/w/B/PLAN_B.md': stated,
      '/w/C/PLAN_C.md': planOf('C', ['1.1', '1.2']),
    });
    const levels = (name: string) => plan(name).achievements.map(({ level }) => level);
    assert.deepEqual([plan('A').dependencySource, levels('A')], ['parallel.json', [0, 1, 1]]);
    assert.deepEqual([plan('B').dependencySource, levels('B')], ['plan', [0, 1, 2]]);
    assert.deepEqual([plan('C').dependencySource, levels('C')], ['none', [undefined, undefined]]);
    assert.deepEqual(
      plan('A')
        .byId.get('1.2')
        ?.dependencies.map(({ said }) => said.map(({ by }) => by)),
      [['blocks', 'dependencies']],
    );
  });

  it('joins PRP files of several folders into a batch', async () => {
    const prp = (dependencies: string) =>
      `---\nfeature_name: Pump\nstatus: pending\ndependencies: [${dependencies}]\n---\n`;
    const { plan } = await engineOver({
      '/w/PRPs/executed/PRP-47.1.1-pump.md': prp(''),
      '/w/PRPs/feature-requests/PRP-47.2.1-valve.md': prp('"47.1.1"'),
      '/w/PRPs/feature-requests/PRP-47.3.1-gate.md': prp('PRP-47.2.1'),
      '/w/PRPs/PRP-18-other.md': '# PRP-18\n',
    });
    const batch = plan('PRP-47');
    assert.equal(batch.uri, `${uriOf('/w/PRPs')}#PRP-47`);
    assert.deepEqual(
      batch.achievements.map(({ id, level, status, readiness, blockedBy }) => [
        id,
        level,
        status,
        readiness,
        blockedBy,
      ]),
      [
        ['PRP-47.1.1', 0, 'complete', 'over', []],
        ['PRP-47.2.1', 1, 'not_started', 'ready', []],
        ['PRP-47.3.1', 2, 'not_started', 'blocked', ['PRP-47.2.1']],
      ],
    );
  });

  it('says where the front matter of a PRP file is broken, and reads the rest', async () => {
    const { engine } = await engineOver({
      '/w/PRP-47.1.1-pump.md': '---\nfeature_name: Pump\ndependencies: ["47.2.1"\n---\n',
      '/w/PRP-47.2.1-valve.md': '---\nfeature_name: Valve\n---\n',
    });
    assert.deepEqual(
      engine.snapshot.findings.map(({ uri, code }) => [nameOf(uri), code]),
      [['PRP-47.1.1-pump.md', 'front-matter']],
    );
    assert.equal(engine.snapshot.plans[0]?.achievements.length, 2);
  });

  it('checks a parallel.json that has no PLAN without showing it as a plan', async () => {
    const { engine } = await engineOver({
      '/w/x/parallel.json': '{"achievements":[{"id":"1.1","dependencies":["1.1"]}]}',
    });
    assert.deepEqual(engine.snapshot.plans, []);
    assert.deepEqual(
      engine.snapshot.findings.map(({ code }) => code),
      ['self-dependency'],
    );
    assert.equal(engine.snapshot.planOf(uriOf('/w/x/parallel.json'))?.achievements.length, 1);
  });
});
