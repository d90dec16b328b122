import { deepEqual, equal } from 'node:assert/strict';
import type { AnalysedPlan } from '../../../src/engine/model/analysis';
import { nameOf } from '../../../src/engine/model/uri';
import { archivedWorkOf } from '../../../src/engine/progress/archivedWork';
import { engineOver, headed, planOf } from '../../support/engineOver';
import { uriOf } from '../../support/memoryFiles';

const PLAN = '/w/work/plans/a_paused/FARM/PLAN_FARM.md';
const ARCHIVE = '/w/documentation/archive/farm-nov2025';

/** A plan in a category folder that declares something, over files by path. */
const farm = async (declared: string, files: Readonly<Record<string, string>> = {}) => {
  const text = `${declared}\n\n${planOf('FARM', ['1.1', '1.2', '2.1'])}`;
  const { plan, engine, ...rest } = await engineOver({ [PLAN]: text, ...files });
  return { plan: () => plan('FARM'), engine, ...rest };
};

const begun = ({ achievements }: AnalysedPlan): Readonly<Record<string, string>> =>
  Object.fromEntries(
    achievements.filter(({ status }) => status !== 'not_started').map(({ id, status }) => [id, status]),
  );

const codes = (engine: Awaited<ReturnType<typeof farm>>['engine']): readonly (readonly string[])[] =>
  engine.snapshot.findings.map(({ code, uri }) => [code, nameOf(uri)]);

describe('Work at the declared Archive Location', () => {
  const spellings: readonly string[] = [
    '**Archive Location**: `documentation/archive/farm-nov2025/`',
    '**Archive Location:** documentation/archive/farm-nov2025/',
    '**Archive Location** (when complete): `documentation/archive/farm-nov2025/`',
    '- **Archive Location**: ./documentation/archive/farm-nov2025',
    '## 📦 Archive Location\n\n**Archive Location**: `documentation/archive/farm-nov2025/`',
    '## 📝 Archive Location\n\n`documentation/archive/farm-nov2025/`',
    '**Archive Location**:\n\n- `documentation/archive/farm-nov2025/`',
    '> **Archive location**: [the archive](../../../../documentation/archive/farm-nov2025/INDEX.md)',
    '| **Archive Location** | `documentation/archive/farm-nov2025/` |',
    'Archive Location: /documentation/archive/farm-nov2025',
    '**Archive Location**: `documentation\\archive\\farm-nov2025\\`',
    '**Archive Location**: `documentation/archive/farm-nov2025/` (deferred; see `documentation/archive/INDEX.md`)',
    '**Archive Location**: `documentation/archive/farm-nov2025/`\n\n- **Archive Location**: documentation/archive/farm-nov2025',
    '**Archive Location**: `documentation/archive/farm-nov2025/`\n\n```\n**Archive Location**: `a/b/`\n├── subplans/\n```',
    '- The pattern misses **Archive Location**: `a/b/` in tests\n\n**Archive Location**: `documentation/archive/farm-nov2025/`',
    '**Archive Location**: `documentation/archive/farm-YYYY-MM/`\n\n**Archive Location**: `documentation/archive/farm-nov2025/`',
  ];
  for (const declared of spellings) {
    it(`counts where the PLAN says ${JSON.stringify(declared)}`, async () => {
      const { plan, engine } = await farm(declared, {
        [`${ARCHIVE}/subplans/SUBPLAN_FARM_11.md`]: '# Work\n',
      });
      deepEqual(begun(plan()), { 1.1: 'subplan_created' });
      deepEqual([plan().archive?.problem, codes(engine)], [undefined, []]);
      equal(plan().archive?.destination(), uriOf(ARCHIVE));
    });
  }

  const silent: readonly string[] = [
    'Goes into the parent archive at documentation/archive/farm-nov2025/',
    '- The field **Archive Location** was not found: `documentation/archive/farm-nov2025/`',
    '**Archive Location**: the pattern misses `documentation/archive/farm-nov2025/`',
    '```\n**Archive Location**: `documentation/archive/farm-nov2025/`\n```',
    '**Archive Location**: see the end of this document',
    '<!-- **Archive Location**: `documentation/archive/farm-nov2025/` -->',
  ];
  for (const text of silent) {
    it(`is declared by no words alone: ${JSON.stringify(text)}`, async () => {
      const { plan, engine } = await farm(text, { [`${ARCHIVE}/subplans/SUBPLAN_FARM_11.md`]: '# Work\n' });
      deepEqual([begun(plan()), plan().archive?.declared], [{}, undefined]);
      deepEqual(codes(engine), [['stray-document', 'SUBPLAN_FARM_11.md']]);
    });
  }

  it('lies in folders for it, or flat, and is told apart from what lies beside the plan', async () => {
    const { plan } = await farm('**Archive Location**: `documentation/archive/farm-nov2025/`', {
      '/w/work/plans/a_paused/FARM/subplans/SUBPLAN_FARM_21.md': '# Work\n',
      [`${ARCHIVE}/SUBPLAN_FARM_12.md`]: '# Work\n',
      [`${ARCHIVE}/Subplans/SUBPLAN_FARM_01.md`]: headed('1.1'),
      [`${ARCHIVE}/execution/EXECUTION_TASK_FARM_11_01.md`]: '- [x] done',
      [`${ARCHIVE}/execution/feedbacks/APPROVED_11.md`]: '',
    });
    deepEqual(begun(plan()), { 1.1: 'complete', 1.2: 'subplan_created', 2.1: 'subplan_created' });
    deepEqual(archivedWorkOf(plan()), { subplans: 2, executions: 1, achievements: ['1.1', '1.2'] });
    equal(plan().folders.root, uriOf('/w/work/plans/a_paused/FARM'), 'new documents stay beside the plan');
  });

  it('is looked for from the repository that holds the plan, and from its own folder', async () => {
    for (const [declared, place] of [
      ['documentation/archive/x/', '/w/work/documentation/archive/x'],
      ['archive/x/', '/w/work/plans/a_paused/FARM/archive/x'],
      ['../archive/x/', '/w/work/plans/a_paused/archive/x'],
    ] as const) {
      const { plan } = await farm(`**Archive Location**: \`${declared}\``, {
        [`${place}/subplans/SUBPLAN_FARM_11.md`]: '# Work\n',
      });
      deepEqual([begun(plan()), plan().archive?.problem], [{ 1.1: 'subplan_created' }, undefined], declared);
    }
  });

  const problems: readonly (readonly [declared: string, problem: string, path: string])[] = [
    [
      '**Archive Location**: `documentation/archive/farm-YYYY-MM/`',
      'placeholder',
      'documentation/archive/farm-YYYY-MM',
    ],
    [
      '**Archive Location**: documentation/archive/[feature]-[date]/',
      'placeholder',
      'documentation/archive/[feature]-[date]',
    ],
    ['**Archive Location**: [to be decided]', 'placeholder', '[to be decided]'],
    ['**Archive Location**: TBD', 'placeholder', 'TBD'],
    ['**Archive Location**: `a/b/`\n\n**Archive Location**: `a/c/`', 'several', 'a/b'],
    ['**Archive Location**: `a/b/` or `a/c/`', 'several', 'a/b'],
    ['**Archive Location**: `../../../../../elsewhere/farm/`', 'outside', '../../../../../elsewhere/farm'],
    ['**Archive Location**: /home/somebody/archive/', 'outside', '/home/somebody/archive'],
    ['**Archive Location**: `C:\\archive\\farm`', 'outside', 'C:/archive/farm'],
    ['**Archive Location**: `~/archive/farm/`', 'outside', '~/archive/farm'],
    ['**Archive Location**: `https://example.org/archive/`', 'outside', 'https://example.org/archive'],
  ];
  for (const [declared, problem, path] of problems) {
    it(`has no certain place with ${JSON.stringify(declared)}`, async () => {
      const { plan, engine } = await farm(declared);
      deepEqual([plan().archive?.problem, plan().archive?.declared], [problem, path]);
      const said = problem === 'placeholder' ? [] : [['unclear-archive', 'PLAN_FARM.md']];
      deepEqual(codes(engine), said, 'a placeholder is nothing to worry about before the end');
    });
  }

  it('counts at either of two places', async () => {
    const { plan } = await farm('**Archive Location**: `a/b/`\n\n**Archive Location**: `a/c/`', {
      '/w/a/b/SUBPLAN_FARM_11.md': '# Work\n',
      '/w/a/c/subplans/SUBPLAN_FARM_12.md': '# Work\n',
    });
    deepEqual(begun(plan()), { 1.1: 'subplan_created', 1.2: 'subplan_created' });
  });

  it('is the plan’s own in a folder that two plans share', async () => {
    const declared = '**Archive Location**: `archive/both/`\n\n';
    const { plan } = await engineOver({
      '/w/A/PLAN_A.md': declared + planOf('A', ['1.1', '1.2']),
      '/w/B/PLAN_B.md': declared + planOf('B', ['1.1']),
      '/w/archive/both/subplans/SUBPLAN_A_11.md': '# Work\n',
      '/w/archive/both/execution/feedbacks/APPROVED_11.md': '',
      '/w/archive/both/execution/feedbacks/APPROVED_12.md': '',
    });
    deepEqual(begun(plan('A')), { 1.1: 'subplan_created', 1.2: 'complete' });
    deepEqual(begun(plan('B')), {});
    deepEqual(
      plan('A').strays.map(({ uri, reason }) => [nameOf(uri), reason]),
      [['APPROVED_11.md', 'ambiguous']],
    );
  });

  it('follows the PLAN and the files', async () => {
    const { plan, files, settled } = await farm('', {
      [`${ARCHIVE}/subplans/SUBPLAN_FARM_11.md`]: '# Work\n',
    });
    deepEqual(begun(plan()), {});
    const declared = '**Archive Location**: `documentation/archive/farm-nov2025/`\n\n';
    files.set(PLAN, declared + planOf('FARM', ['1.1', '1.2', '2.1']));
    await settled();
    deepEqual(begun(plan()), { 1.1: 'subplan_created' });
    files.set(`${ARCHIVE}/execution/EXECUTION_TASK_FARM_12_01.md`, '# Work\n');
    await settled();
    deepEqual(begun(plan()), { 1.1: 'subplan_created', 1.2: 'execution_created' });
    files.delete(ARCHIVE);
    await settled();
    deepEqual(begun(plan()), {});
  });
});

describe('Copies', () => {
  const DECLARED = '**Archive Location**: `documentation/archive/farm-nov2025/`';
  const OWN = '/w/work/plans/a_paused/FARM';

  it('that are identical count once and are not spoken of', async () => {
    const { plan, engine } = await farm(DECLARED, {
      [`${OWN}/subplans/SUBPLAN_FARM_11.md`]: headed('1.1'),
      [`${ARCHIVE}/subplans/SUBPLAN_FARM_11.md`]: headed('1.1').replaceAll('\n', '\r\n'),
      [`${OWN}/execution/EXECUTION_TASK_FARM_11_01.md`]: '# Work\n',
      [`${ARCHIVE}/execution/EXECUTION_TASK_FARM_11_01.md`]: '# Work\n',
      [`${ARCHIVE}/execution/EXECUTION_TASK_FARM_11_01_ARCHIVED.md`]: '# Work\n',
    });
    const { subplan, executions, evidence } = plan().byId.get('1.1') ?? {};
    equal(subplan, uriOf(`${OWN}/subplans/SUBPLAN_FARM_11.md`));
    deepEqual(executions, [uriOf(`${OWN}/execution/EXECUTION_TASK_FARM_11_01.md`)]);
    equal(evidence?.length, 2);
    deepEqual(codes(engine), []);
  });

  it('that differ are one finding, and the one beside the plan counts', async () => {
    const { plan, engine } = await farm(DECLARED, {
      [`${OWN}/execution/EXECUTION_TASK_FARM_11_01.md`]: '- [ ] to do\n',
      [`${ARCHIVE}/execution/EXECUTION_TASK_FARM_11_01.md`]: '- [x] to do\n',
      [`${OWN}/execution/EXECUTION_TASK_FARM_12_01.md`]: '- [ ] to do\n',
      [`${ARCHIVE}/execution/EXECUTION_TASK_FARM_12_01.md`]: '- [ ] to-do\n',
      [`${ARCHIVE}/execution/EXECUTION_TASK_FARM_12_01_NESTED_ARCHIVED.md`]: '- [ ] to do\n',
    });
    deepEqual(begun(plan()), { 1.1: 'execution_created', 1.2: 'execution_created' });
    deepEqual(codes(engine), [['differing-copies', 'EXECUTION_TASK_FARM_11_01.md']]);
    deepEqual(
      engine.snapshot.findings[0]?.related.map(({ uri }) => uri),
      [
        `${ARCHIVE}/execution/EXECUTION_TASK_FARM_11_01.md`,
        `${OWN}/execution/EXECUTION_TASK_FARM_12_01.md`,
        `${ARCHIVE}/execution/EXECUTION_TASK_FARM_12_01.md`,
      ].map(uriOf),
    );
  });

  it('count where there is no original', async () => {
    const { plan, engine } = await farm(DECLARED, { [`${ARCHIVE}/SUBPLAN_FARM_11_ARCHIVED.md`]: '# Work\n' });
    deepEqual([begun(plan()), codes(engine)], [{ 1.1: 'subplan_created' }, []]);
  });

  it('are compared anew when one changes', async () => {
    const copy = `${ARCHIVE}/subplans/SUBPLAN_FARM_11.md`;
    const { engine, files, settled } = await farm(DECLARED, {
      [`${OWN}/subplans/SUBPLAN_FARM_11.md`]: 'Same\n',
      [copy]: 'Same\n',
    });
    deepEqual(codes(engine), []);
    files.set(copy, 'Some\n');
    await settled();
    deepEqual(codes(engine), [['differing-copies', 'SUBPLAN_FARM_11.md']]);
    files.set(copy, 'Same\n');
    await settled();
    deepEqual(codes(engine), []);
  });

  it('of a whole plan do not make its feedback anybody else’s', async () => {
    const { plan, engine } = await farm(DECLARED, {
      [`${ARCHIVE}/planning/PLAN_FARM.md`]: planOf('FARM', ['1.1', '1.2']),
      [`${ARCHIVE}/subplans/SUBPLAN_FARM_11.md`]: '# Work\n',
      [`${ARCHIVE}/execution/feedbacks/APPROVED_11.md`]: '',
    });
    equal(engine.snapshot.plans.length, 2);
    deepEqual(engine.snapshot.plans.map(begun), [{ 1.1: 'complete' }, { 1.1: 'complete' }]);
    deepEqual(plan().strays, []);
  });
});
