import { deepEqual, equal } from 'node:assert/strict';
import * as fc from 'fast-check';
import type { AnalysedPlan } from '../../../src/engine/model/analysis';
import { nameOf } from '../../../src/engine/model/uri';
import { engineOver, headed, planOf } from '../../support/engineOver';

const IDS = ['1.1', '1.2', '1.12', '8.5', '10.2', '3.5.1'];
const ROOT = '/w/SHOP';

const shop = async (paths: readonly string[], texts: Readonly<Record<string, string>> = {}) => {
  const files = Object.fromEntries(paths.map((path) => [`${ROOT}/${path}`, texts[path] ?? '']));
  const { plan, engine } = await engineOver({ [`${ROOT}/PLAN_SHOP.md`]: planOf('SHOP', IDS), ...files });
  return { plan: plan('SHOP'), engine };
};

/** What each achievement with files is. */
const begun = ({ achievements }: AnalysedPlan): Readonly<Record<string, string>> =>
  Object.fromEntries(
    achievements.filter(({ status }) => status !== 'not_started').map(({ id, status }) => [id, status]),
  );

const strays = ({ strays: all }: AnalysedPlan) => all.map(({ uri, reason }) => [nameOf(uri), reason]);

describe('Names of feedback', () => {
  const counts: readonly (readonly [file: string, id: string, status: string])[] = [
    ['APPROVED_11.md', '1.1', 'complete'],
    ['APPROVED_1.1.md', '1.1', 'complete'],
    ['approved_12.md', '1.2', 'complete'],
    ['Approved-1-1.md', '1.1', 'complete'],
    ['APPROVED_1_2.md', '1.2', 'complete'],
    ['APPROVED_08_05.md', '8.5', 'complete'],
    ['APPROVED_01-12.md', '1.12', 'complete'],
    ['APPROVED_0805.md', '8.5', 'complete'],
    ['APPROVED 3.5.1.md', '3.5.1', 'complete'],
    ['APPROVED_SHOP_102.md', '10.2', 'complete'],
    ['Approved_shop_1.12.MD', '1.12', 'complete'],
    ['APPROVED_PLAN_SHOP_11.md', '1.1', 'complete'],
    ['APPROVED_ACHIEVEMENT_1.1.md', '1.1', 'complete'],
    ['APPROVED_11 (1).md', '1.1', 'complete'],
    ['APPROVED_11 - Copy.md', '1.1', 'complete'],
    ['FIX_1.2.md', '1.2', 'failed'],
    ['fix-12.md', '1.2', 'failed'],
    ['FIX_11_V2.md', '1.1', 'failed'],
    ['SKIPPED_8-5.MD', '8.5', 'skipped'],
  ];
  for (const [file, id, status] of counts) {
    it(`${file} is about ${id}`, async () => {
      const { plan } = await shop([`execution/feedbacks/${file}`]);
      deepEqual([begun(plan), strays(plan)], [{ [id]: status }, []]);
    });
  }

  const nobodys: readonly string[] = [
    'APPROVED_99.md',
    'APPROVED_1.3.md',
    'APPROVED_OTHER_11.md',
    'APPROVED_SHOP_12_11.md',
    'FIX_9-9.md',
  ];
  for (const file of nobodys) {
    it(`${file} is nobody's, and said to be`, async () => {
      const { plan, engine } = await shop([`execution/feedbacks/${file}`]);
      deepEqual(begun(plan), {});
      deepEqual(
        engine.snapshot.findings.map(({ code, uri }) => [code, nameOf(uri)]),
        [['stray-document', file]],
      );
    });
  }

  it('say nothing where they are no proof', async () => {
    const names = ['FIX_11_RESOLUTION.md', 'approved.md', 'FIXTURES_11.md', 'APPROVALS.md', 'fix-login.md'];
    const { plan, engine } = await shop(names.map((name) => `execution/feedbacks/${name}`));
    deepEqual([begun(plan), engine.snapshot.findings], [{}, []]);
  });

  it('leave open what two readings fit, until the header says it', async () => {
    const files = { '/w/P/PLAN_P.md': planOf('P', ['1.1', '11.2']), '/w/P/APPROVED_11_2.md': '' };
    deepEqual(begun((await engineOver(files)).plan('P')), {});
    const said = await engineOver({ ...files, '/w/P/APPROVED_11_2.md': headed('11.2') });
    deepEqual(begun(said.plan('P')), { 11.2: 'complete' });
  });

  it('decide before the header, which is said to be wrong', async () => {
    const { plan, engine } = await shop(['APPROVED_11.md', 'FIX_12.md', 'SKIPPED_85.md'], {
      'APPROVED_11.md': headed('1.2'),
      'FIX_12.md': headed('1.12'),
      'SKIPPED_85.md': headed('10.2'),
    });
    deepEqual(begun(plan), { 1.1: 'complete', 1.2: 'failed', 8.5: 'skipped' });
    deepEqual(
      engine.snapshot.findings.map(({ code, severity, uri }) => [code, severity, nameOf(uri)]),
      ['APPROVED_11.md', 'FIX_12.md', 'SKIPPED_85.md'].map((name) => [
        'header-contradicts-name',
        'warning',
        name,
      ]),
    );
  });

  it('leave it to the header where they fit no id', async () => {
    const { plan } = await shop(['APPROVED_07.md'], { 'APPROVED_07.md': headed('1.2') });
    deepEqual([begun(plan), strays(plan)], [{ 1.2: 'complete' }, []]);
  });
});

describe('Names of work', () => {
  const counts: readonly (readonly [file: string, id: string, status: string])[] = [
    ['subplans/SUBPLAN_SHOP_11.md', '1.1', 'subplan_created'],
    ['subplans/Subplan_Shop_1.1.MD', '1.1', 'subplan_created'],
    ['subplans/subplan-shop-1-12.md', '1.12', 'subplan_created'],
    ['subplans/SUBPLAN_SHOP_1_2.md', '1.2', 'subplan_created'],
    ['Subplans/SUBPLAN_SHOP_08_05.md', '8.5', 'subplan_created'],
    ['SUBPLANS/SUBPLAN_SHOP_0805.md', '8.5', 'subplan_created'],
    ['EXECUTION/EXECUTION_TASK_SHOP_11_01.md', '1.1', 'execution_created'],
    ['Executions/execution_task_shop_1.2_01.md', '1.2', 'execution_created'],
    ['execution/Execution-Task-Shop-11_02.md', '1.1', 'execution_created'],
    ['execution/EXECUTION_TASK_SHOP_1_1_01.md', '1.1', 'execution_created'],
    ['execution/EXECUTION_TASK_SHOP_1_2.md', '1.2', 'execution_created'],
    ['execution/EXECUTION_TASK_SHOP_11-01.md', '1.1', 'execution_created'],
    ['Execution/Feedbacks/SKIPPED_11.md', '1.1', 'skipped'],
    ['FEEDBACK/SKIPPED_11.md', '1.1', 'skipped'],
  ];
  for (const [file, id, status] of counts) {
    it(`${file} is about ${id}`, async () => {
      const { plan } = await shop([file]);
      deepEqual([begun(plan), strays(plan)], [{ [id]: status }, []]);
    });
  }

  it('go to the plan with the longest name that fits', async () => {
    const { plan } = await engineOver({
      '/w/PLAN_RELEASE.md': planOf('RELEASE', ['1.1', '1.2', '12.11']),
      '/w/PLAN_RELEASE_12.md': planOf('RELEASE_12', ['1.1']),
      '/w/PLAN_RELEASE-2.md': planOf('RELEASE-2', ['1.1']),
      '/w/subplans/SUBPLAN_RELEASE_12_11.md': '',
      '/w/subplans/SUBPLAN_RELEASE_12.md': '',
      '/w/subplans/SUBPLAN_RELEASE-2_11.md': '',
      '/w/subplans/subplan_release-2-1.1.md': '',
      '/w/execution/EXECUTION_TASK_RELEASE_12_11_01.md': '',
      '/w/execution/feedbacks/APPROVED_RELEASE_12_11.md': '',
    });
    deepEqual(begun(plan('RELEASE')), { 1.2: 'subplan_created' });
    deepEqual(begun(plan('RELEASE_12')), { 1.1: 'complete' });
    deepEqual(begun(plan('RELEASE-2')), { 1.1: 'subplan_created' });
  });

  it('take nothing of a longer name whose plan is not there', async () => {
    const { plan } = await engineOver({
      '/w/PLAN_RELEASE.md': planOf('RELEASE', ['1.1', '1.2']),
      '/w/subplans/SUBPLAN_RELEASE_12_11.md': '',
      '/w/execution/EXECUTION_TASK_RELEASE_12_11_01.md': headed('1.1').replace(
        '**Status**',
        '**Mother Plan**: PLAN_RELEASE_12.md\n**Status**',
      ),
    });
    deepEqual(begun(plan('RELEASE')), {});
    equal(plan('RELEASE').strays.length, 2);
  });

  it('are the same composed and decomposed', async () => {
    const name = 'ÜBERSICHT-FÜR-ÁRBOL';
    for (const [planForm, workForm] of [
      ['NFC', 'NFD'],
      ['NFD', 'NFC'],
      ['NFD', 'NFD'],
    ] as const) {
      const { plan } = await engineOver({
        [`/w/P/PLAN_${name}.md`.normalize(planForm)]: planOf('P', ['1.1', '1.2']),
        [`/w/P/subplans/SUBPLAN_${name}_11.md`.normalize(workForm)]: '',
        [`/w/P/execution/feedbacks/APPROVED_${name}_12.md`.normalize(workForm)]: '',
      });
      deepEqual(begun(plan(name)), { 1.1: 'subplan_created', 1.2: 'complete' }, `${planForm} ${workForm}`);
      const [file] = plan(name).work.get('1.1') ?? [];
      equal(file?.file.name, `SUBPLAN_${name}_11.md`.normalize(workForm), 'as on disk');
    }
  });

  it('never belong to two plans, whatever they are', async () => {
    const part = fc.constantFrom('A', 'B', '12', '1', 'A-1', 'b');
    const planName = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('_'));
    const work = fc.tuple(planName, fc.constantFrom('11', '1.2', '12_11', '1_2', '11_01'));
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(planName, { minLength: 1, maxLength: 4, selector: (name) => name.toLowerCase() }),
        fc.array(work, { maxLength: 6 }),
        async (names, documents) => {
          const { engine } = await engineOver({
            ...Object.fromEntries(names.map((name) => [`/w/PLAN_${name}.md`, planOf(name, IDS)])),
            ...Object.fromEntries(
              documents.flatMap(([name, rest]) => [
                [`/w/subplans/SUBPLAN_${name}_${rest}.md`, ''],
                [`/w/execution/EXECUTION_TASK_${name}_${rest}.md`, ''],
              ]),
            ),
          });
          const owned = engine.snapshot.plans.flatMap(({ work: all }) =>
            [...all.values()].flatMap((some) => some.map(({ file }) => file.uri)),
          );
          equal(new Set(owned).size, owned.length);
          for (const plan of engine.snapshot.plans) {
            for (const { uri } of plan.strays) equal(owned.includes(uri), false, uri);
          }
        },
      ),
      { seed: 20_261_128, numRuns: 60 },
    );
  }).timeout(60_000);
});
