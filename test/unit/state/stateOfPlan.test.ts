import assert from 'node:assert/strict';
import { contradictionsOf } from '../../../src/engine/state/stateOfPlan';
import { engineOver, planOf } from '../../support/engineOver';
import { uriOf } from '../../support/memoryFiles';

interface Sketch {
  /** Folder below the workspace. */
  readonly folder?: string;
  readonly status?: string;
  readonly approved?: readonly string[];
  readonly others?: Readonly<Record<string, string>>;
  readonly text?: string;
}

const stateOf = async ({ folder = 'plans', status, approved = [], others = {}, text }: Sketch) => {
  const root = `/w/${folder}/SHOP`;
  const header = status === undefined ? '' : `\n**Status**: ${status}\n`;
  const plan = planOf('SHOP', ['1.1', '1.2']).replace('\n\n', `\n${header}\n`);
  const { engine } = await engineOver({
    [`${root}/PLAN_SHOP.md`]: text ?? plan,
    ...Object.fromEntries(
      approved.map((digits) => [`${root}/execution/feedbacks/APPROVED_${digits}.md`, '']),
    ),
    ...Object.fromEntries(Object.entries(others).map(([name, content]) => [`${root}/${name}`, content])),
  });
  const [found] = engine.snapshot.plans;
  assert.ok(found);
  return {
    state: found.state,
    evidence: found.stateEvidence.map(({ source, says }) => `${source} ${says}`),
    apart: contradictionsOf(found).map(({ source }) => source),
    found,
  };
};

const SUBPLAN = { 'subplans/SUBPLAN_SHOP_11.md': '# SUBPLAN' };

describe('the state of a plan', () => {
  const cases: readonly (readonly [name: string, sketch: Sketch, state: string, apart: string])[] = [
    ['nothing says anything', {}, 'planning', ''],
    ['a document exists', { others: SUBPLAN }, 'active', ''],
    ['everything is approved', { approved: ['11', '12'] }, 'complete', ''],
    [
      'the rest is skipped',
      { approved: ['11'], others: { 'execution/feedbacks/SKIPPED_12.md': '' } },
      'complete',
      '',
    ],
    ['the header says planning', { status: 'Planning' }, 'planning', ''],
    ['the header says planning and work began', { status: 'Planning', others: SUBPLAN }, 'active', ''],
    [
      'the header says planning, one is approved',
      { status: 'Planning', approved: ['11'] },
      'active',
      'header files',
    ],
    ['the header says active', { status: 'In Progress' }, 'active', ''],
    ['the header says paused', { status: 'Paused', approved: ['11'] }, 'paused', ''],
    ['the header says backlog', { status: 'Backlog' }, 'backlog', ''],
    [
      'the header says complete, 1 of 2 is',
      { status: '✅ Complete', approved: ['11'] },
      'active',
      'header files',
    ],
    [
      'the header says complete, nothing was reviewed',
      { status: '✅ Complete', others: SUBPLAN },
      'complete',
      '',
    ],
    ['the header says complete, all is', { status: 'Complete', approved: ['11', '12'] }, 'complete', ''],
    [
      'the header says active, all is approved',
      { status: 'Active', approved: ['11', '12'] },
      'complete',
      'header files',
    ],
    [
      'the header says paused, all is approved',
      { status: 'Paused', approved: ['11', '12'] },
      'complete',
      'header files',
    ],
    ['the header says superseded', { status: 'Superseded by PLAN_NEW', approved: ['11'] }, 'superseded', ''],
    [
      'the header says cancelled, all is approved',
      { status: 'Cancelled', approved: ['11', '12'] },
      'abandoned',
      '',
    ],
    ['partially superseded', { status: 'In Progress (Partially Superseded)' }, 'active', ''],
    ['folder paused', { folder: 'plans/a_paused' }, 'paused', ''],
    ['folder paused, header ready', { folder: 'plans/a_paused', status: 'Ready to Execute' }, 'paused', ''],
    [
      'folder paused, header active',
      { folder: 'plans/a_paused', status: 'In Progress' },
      'paused',
      'folder header',
    ],
    [
      'folder paused, header complete, 1 of 2 is',
      { folder: 'paused', status: 'Complete', approved: ['11'] },
      'paused',
      'folder header files',
    ],
    [
      'folder paused, all is approved',
      { folder: 'paused', approved: ['11', '12'] },
      'complete',
      'folder files',
    ],
    ['folder backlog, header planning', { folder: 'backlog-plans', status: 'Planning' }, 'backlog', ''],
    ['folder archive, nothing approved', { folder: 'documentation/archive/shop-nov2025' }, 'archived', ''],
    [
      'folder archive, header planning',
      { folder: 'archive', status: 'Planning' },
      'archived',
      'folder header',
    ],
    [
      'folder archive, header complete',
      { folder: 'archive', status: 'Complete', approved: ['11'] },
      'archived',
      'header files',
    ],
    ['folder done, 1 of 2 is', { folder: 'done', approved: ['11'] }, 'complete', 'folder files'],
    ['folder done, header superseded', { folder: 'done', status: 'Superseded' }, 'complete', ''],
    ['folder active, header paused', { folder: 'active', status: 'Paused' }, 'active', 'folder header'],
    [
      'folder active, header superseded',
      { folder: 'active', status: 'Superseded' },
      'superseded',
      'folder header',
    ],
    ['folder drafts and work began', { folder: 'drafts', others: SUBPLAN }, 'active', ''],
  ];
  for (const [name, sketch, state, apart] of cases) {
    it(`is ${state} where ${name}${apart === '' ? '' : `; ${apart} disagree`}`, async () => {
      const found = await stateOf(sketch);
      assert.equal(found.state, state);
      assert.equal(found.apart.join(' '), apart);
    });
  }

  it('keeps all evidence with its place', async () => {
    const { found } = await stateOf({ folder: 'plans/a_paused', status: 'Complete', approved: ['11'] });
    assert.deepEqual(
      found.stateEvidence.map(({ source, says, words, uri, line }) => [source, says, words, uri, line]),
      [
        ['folder', 'paused', 'a_paused', uriOf('/w/plans/a_paused'), undefined],
        ['header', 'complete', 'Complete', found.uri, 3],
        ['files', 'active', '1 of 2 complete', uriOf('/w/plans/a_paused/SHOP'), undefined],
      ],
    );
  });

  it('is complete of a plan that tells results without ids', async () => {
    const text = '# PLAN: Shop\n\n## Achievements Completed\n\n### 1. Basket\n\n- done\n\n### 2. Till\n';
    assert.deepEqual((await stateOf({ text })).evidence, ['files complete']);
    assert.equal((await stateOf({ text: text.replace(' Completed', '') })).state, 'planning');
  });

  it('says nothing by folders above the workspace, the workspace folder itself, or a folder named like the plan', async () => {
    const { engine } = await engineOver({ '/w/archive/PLAN_archive.md': planOf('archive', ['1.1']) });
    assert.equal(engine.snapshot.plans[0]?.state, 'planning');
    await engine.setRoots([uriOf('/w/archive')]);
    assert.equal(engine.snapshot.plans[0]?.state, 'planning');
  });

  it('follows the workspace folders', async () => {
    const { engine } = await engineOver({ '/w/archive/SHOP/PLAN_SHOP.md': planOf('SHOP', ['1.1']) });
    assert.equal(engine.snapshot.plans[0]?.state, 'archived');
    await engine.setRoots([uriOf('/w/archive')]);
    assert.equal(engine.snapshot.plans[0]?.state, 'planning');
  });

  it('is complete for a batch of PRPs that nobody will do any more', async () => {
    const prp = (id: string) => `---\nprp_id: ${id}\n---\n\n# ${id}\n`;
    const { engine } = await engineOver({
      '/w/PRPs/archive/PRP-5.1.1-a.md': prp('PRP-5.1.1'),
      '/w/PRPs/archive/PRP-5.1.2-b.md': prp('PRP-5.1.2'),
      '/w/PRPs/done/PRP-6.1.1-a.md': prp('PRP-6.1.1'),
      '/w/PRPs/PRP-6.1.2-b.md': prp('PRP-6.1.2'),
    });
    assert.deepEqual(
      engine.snapshot.plans.map(({ name, state }) => [name, state]),
      [
        ['PRP-6', 'active'],
        ['PRP-5', 'complete'],
      ],
    );
  });

  it('puts what goes on first and what is over last', async () => {
    const header = (status: string) =>
      `# PLAN: X\n\n**Status**: ${status}\n\n## Achievements\n\n**Achievement 1.1**: A\n`;
    const { engine } = await engineOver({
      '/w/A/PLAN_A.md': header('Complete'),
      '/w/B/PLAN_B.md': header('Backlog'),
      '/w/C/PLAN_C.md': header('Planning'),
      '/w/D/PLAN_D.md': header('Paused'),
      '/w/E/PLAN_E.md': header('Active'),
    });
    assert.deepEqual(
      engine.snapshot.plans.map(({ name }) => name),
      ['C', 'E', 'D', 'B', 'A'],
    );
  });
});
