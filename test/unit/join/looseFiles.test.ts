import { deepEqual, equal } from 'node:assert/strict';
import type { AnalysedPlan } from '../../../src/engine/model/analysis';
import { nameOf } from '../../../src/engine/model/uri';
import { engineOver, planOf } from '../../support/engineOver';

const begun = ({ achievements }: AnalysedPlan): Readonly<Record<string, string>> =>
  Object.fromEntries(
    achievements.filter(({ status }) => status !== 'not_started').map(({ id, status }) => [id, status]),
  );

const PLANS = {
  '/w/plans/a/PLAN_SHOP.md': planOf('SHOP', ['1.1', '1.2']),
  '/w/plans/b/PLAN_BANK.md': planOf('BANK', ['1.1', '1.2']),
};

const header = (...fields: readonly string[]): string => `# Work\n\n${fields.join('\n')}\n`;

describe('Documents whose names lead to no plan', () => {
  const led: readonly (readonly [text: string, name: string])[] = [
    ['**Mother Plan**: PLAN_BANK.md', 'SUBPLAN_12.md'],
    ['**Plan**: `PLAN_BANK.md`', 'SUBPLAN_OTHER_12.md'],
    ['**Parent PLAN**: [PLAN_BANK.md](../plans/b/PLAN_BANK.md)', 'SUBPLAN_OTHER_12.md'],
    ['**PLAN**: [the plan](../plans/b/PLAN_BANK.md)', 'SUBPLAN_OTHER_12.md'],
    ['- **Mother Plan:** PLAN_BANK', 'SUBPLAN_OTHER_12.md'],
    ['**Plan**: BANK', 'SUBPLAN_OTHER_1.2.md'],
    ['Mother Plan: plans/b/PLAN_BANK.md', 'SUBPLAN_OTHER_12.md'],
    ['> **Mother Plan**: PLAN_bank.md', 'SUBPLAN_OTHER_12.md'],
    ['**Mother Plan**: PLAN_BANK.md\n**Achievement**: [1.2](#x)', 'SUBPLAN_FINAL.md'],
    ['**Mother Plan**: PLAN_BANK.md\n**Achievement Addressed**: `Achievement 1.2`', 'SUBPLAN_99.md'],
    ['Plan: PLAN_BANK.md\nAchievement: 1.2', 'SUBPLAN_one.md'],
  ];
  for (const [fields, name] of led) {
    it(`find it by ${JSON.stringify(fields)}`, async () => {
      const { plan, engine } = await engineOver({ ...PLANS, [`/w/subplans/${name}`]: header(fields) });
      deepEqual(
        [begun(plan('SHOP')), begun(plan('BANK')), engine.snapshot.findings],
        [{}, { 1.2: 'subplan_created' }, []],
      );
    });
  }

  it('find it by their header, feedback too', async () => {
    const { plan, engine } = await engineOver({
      ...PLANS,
      '/w/plans/a/APPROVED_OTHER_12.md': header('**Plan**: PLAN_SHOP.md'),
      '/w/execution/feedbacks/APPROVED_12.md': header('**Plan**: PLAN_BANK.md'),
    });
    deepEqual([begun(plan('SHOP')), begun(plan('BANK'))], [{ 1.2: 'complete' }, { 1.2: 'complete' }]);
    deepEqual(engine.snapshot.findings, []);
  });

  it('find it by the SUBPLAN they name, with the achievement', async () => {
    for (const subplan of [
      'SUBPLAN_BANK_12.md',
      '[SUBPLAN_BANK_12](../subplans/SUBPLAN_BANK_12.md)',
      '`SUBPLAN_BANK_12`',
    ]) {
      const { plan } = await engineOver({
        ...PLANS,
        '/w/execution/EXECUTION_TASK_first.md': header(`**Subplan**: ${subplan}`),
      });
      deepEqual(begun(plan('BANK')), { 1.2: 'execution_created' }, subplan);
    }
  });

  it('are left to their name where it leads to a plan', async () => {
    const { plan } = await engineOver({
      ...PLANS,
      '/w/subplans/SUBPLAN_SHOP_12.md': header('**Mother Plan**: PLAN_BANK.md'),
    });
    deepEqual([begun(plan('SHOP')), begun(plan('BANK'))], [{ 1.2: 'subplan_created' }, {}]);
  });

  it('take the plan of their folder where they name none, and an achievement', async () => {
    const { plan } = await engineOver({
      ...PLANS,
      '/w/plans/a/subplans/SUBPLAN_01.md': header('**Achievement**: 1.2'),
      '/w/plans/a/subplans/SUBPLAN_02.md': '# Work\n',
    });
    deepEqual(begun(plan('SHOP')), { 1.2: 'subplan_created' });
    deepEqual(
      plan('SHOP').strays.map(({ uri, reason }) => [nameOf(uri), reason]),
      [['SUBPLAN_02.md', 'foreign']],
    );
  });

  it('are nobody’s where two plans of the name lie equally near, and the nearest one’s else', async () => {
    const two = {
      '/w/one/PLAN_BANK.md': planOf('BANK', ['1.1']),
      '/w/two/PLAN_BANK.md': planOf('BANK', ['1.1']),
      '/w/subplans/SUBPLAN_11.md': header('**Plan**: PLAN_BANK.md'),
    };
    const open = await engineOver(two);
    deepEqual(open.engine.snapshot.plans.map(begun), [{}, {}]);
    equal(open.engine.snapshot.findings[0]?.code, 'stray-document');
    const near = await engineOver({ ...two, '/w/PLAN_BANK.md': planOf('BANK', ['1.1']) });
    deepEqual(near.engine.snapshot.plans.map(begun), [{ 1.1: 'subplan_created' }, {}, {}]);
  });

  it('follow their header as it changes', async () => {
    const { plan, files, settled } = await engineOver({
      ...PLANS,
      '/w/subplans/SUBPLAN_11.md': header('**Plan**: PLAN_BANK.md'),
    });
    deepEqual([begun(plan('SHOP')), begun(plan('BANK'))], [{}, { 1.1: 'subplan_created' }]);
    files.set('/w/subplans/SUBPLAN_11.md', header('**Plan**: PLAN_SHOP.md'));
    await settled();
    deepEqual([begun(plan('SHOP')), begun(plan('BANK'))], [{ 1.1: 'subplan_created' }, {}]);
    files.delete('/w/subplans/SUBPLAN_11.md');
    await settled();
    deepEqual([begun(plan('SHOP')), begun(plan('BANK'))], [{}, {}]);
  });
});

describe('Files that belong nowhere', () => {
  const said = async (files: Readonly<Record<string, string>>) => {
    const { engine } = await engineOver(files);
    return engine.snapshot.findings.map(({ code, message, uri }) => [
      code,
      uri.slice('file:///w/'.length),
      /\b(\d+) files/.exec(message)?.[1] ?? '1',
    ]);
  };

  it('are said once for a folder, with their number, where there is no plan at all', async () => {
    deepEqual(
      await said({
        '/w/old/subplans/SUBPLAN_GONE_11.md': '# Work\n',
        '/w/old/subplans/SUBPLAN_GONE_12.md': '# Work\n',
        '/w/old/subplans/SUBPLAN_GONE_FINAL.md': '# Work\n',
        '/w/old/execution/EXECUTION_TASK_GONE_11_01.md': '# Work\n',
        '/w/old/execution/feedbacks/APPROVED_11.md': '',
        '/w/old/execution/feedbacks/approved-1-2.md': '',
        '/w/old/FIX_11.md': '',
      }),
      [
        ['stray-document', 'old/FIX_11.md', '1'],
        ['stray-document', 'old/execution/EXECUTION_TASK_GONE_11_01.md', '1'],
        ['stray-document', 'old/execution/feedbacks/APPROVED_11.md', '2'],
        ['stray-document', 'old/subplans/SUBPLAN_GONE_11.md', '3'],
      ],
    );
  });

  it('are said where a folder for work has names that only look like those of work', async () => {
    deepEqual(
      await said({
        ...PLANS,
        '/w/plans/a/execution/feedbacks/11_APPROVED.md': '',
        '/w/plans/a/execution/feedbacks/FIXED_11.md': '',
        '/w/plans/a/execution/feedbacks/SHOP_APPROVED_1.2.md': '',
        '/w/plans/a/execution/EXECUTION_SHOP_11_01.md': '',
        '/w/plans/a/subplans/11-subplan.md': '',
        // and not for these
        '/w/plans/a/execution/EXECUTION_ANALYSIS_2025-11.md': '',
        '/w/plans/a/execution/feedbacks/README.md': '',
        '/w/plans/a/execution/feedbacks/BUGFIX_11.md': '',
        '/w/plans/a/FIXED_12.md': '',
      }),
      [
        ['stray-document', 'plans/a/execution/EXECUTION_SHOP_11_01.md', '1'],
        ['stray-document', 'plans/a/execution/feedbacks/11_APPROVED.md', '3'],
        ['stray-document', 'plans/a/subplans/11-subplan.md', '1'],
      ],
    );
  });

  it('are said beside plans too: unknown names, places nobody declared, shared folders', async () => {
    deepEqual(
      await said({
        ...PLANS,
        '/w/plans/a/subplans/SUBPLAN_SHOP_11.md': '# Work\n',
        '/w/plans/a/subplans/SUBPLAN_OTHER_11.md': '# Work\n',
        '/w/plans/a/subplans/SUBPLAN_OTHER_12.md': '# Work\n',
        '/w/plans/a/subplans/SUBPLAN_SHOP_98.md': '# Work\n',
        '/w/plans/a/subplans/SUBPLAN_SHOP_99.md': '# Work\n',
        '/w/archive/shop/subplans/SUBPLAN_SHOP_12.md': '# Work\n',
        '/w/subplans/SUBPLAN_NOBODY_11.md': '# Work\n',
        '/w/SHOPold/execution/feedbacks/APPROVED_11.md': '',
      }),
      [
        ['stray-document', 'SHOPold/execution/feedbacks/APPROVED_11.md', '1'],
        ['stray-document', 'archive/shop/subplans/SUBPLAN_SHOP_12.md', '1'],
        ['stray-document', 'plans/a/subplans/SUBPLAN_OTHER_11.md', '2'],
        ['stray-document', 'plans/a/subplans/SUBPLAN_SHOP_98.md', '2'],
        ['stray-document', 'subplans/SUBPLAN_NOBODY_11.md', '1'],
      ],
    );
  });

  it('are said by one of the plans that share a folder, and by none where it is another’s', async () => {
    const shared = {
      ...PLANS,
      '/w/subplans/SUBPLAN_SHOP_11.md': '# Work\n',
      '/w/subplans/SUBPLAN_BANK_11.md': '# Work\n',
    };
    deepEqual(await said({ ...shared, '/w/execution/feedbacks/APPROVED_77.md': '' }), [
      ['stray-document', 'execution/feedbacks/APPROVED_77.md', '1'],
    ]);
    deepEqual(
      await said({ ...shared, '/w/execution/feedbacks/APPROVED_12.md': header('**Plan**: PLAN_BANK.md') }),
      [],
    );
    deepEqual(
      await said({ ...shared, '/w/execution/feedbacks/APPROVED_12.md': header('**Plan**: PLAN_GONE.md') }),
      [['stray-document', 'execution/feedbacks/APPROVED_12.md', '1']],
    );
  });

  it('are no guides, patterns, notes and other documents', async () => {
    deepEqual(
      await said({
        ...PLANS,
        '/w/LLM/templates/SUBPLAN-TEMPLATE.md': '',
        '/w/LLM/templates/EXECUTION_TASK-TEMPLATE.md': '',
        '/w/LLM/templates/SUBPLAN_TEMPLATE.md': '# Work\n',
        '/w/LLM/examples/EXECUTION_TASK_EXAMPLE_PARALLEL_01.md': '# Work\n',
        '/w/LLM/guides/SUBPLAN-WORKFLOW.md': '',
        '/w/docs/fix-12-login.md': '',
        '/w/docs/fix-12.md': '',
        '/w/docs/FIX_LOGIN_2.md': '',
        '/w/plans/a/execution/feedbacks/FIX_11_RESOLUTION.md': '',
        '/w/plans/a/execution/EXECUTION_ANALYSIS_SHOP_11.md': '',
      }),
      [],
    );
  });

  it('come and go with the files', async () => {
    const { engine, files, settled } = await engineOver(PLANS);
    const count = () => engine.snapshot.findings.length;
    equal(count(), 0);
    files.set('/w/old/SUBPLAN_GONE_11.md', '# Work\n');
    await settled();
    equal(count(), 1);
    files.set('/w/old/PLAN_GONE.md', planOf('GONE', ['1.1']));
    await settled();
    equal(count(), 0);
    files.delete('/w/old/PLAN_GONE.md');
    await settled();
    equal(count(), 1);
  });
});
