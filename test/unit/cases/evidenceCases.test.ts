import { deepEqual, equal, match } from 'node:assert/strict';
import { needs, opened, planWith } from './opened';

const WORK = '# Work\n\n## Iteration Log\n\n- [x] planted\n';
const three = planWith('Garden', {
  '1.1': ['Beds', needs('None')],
  '1.2': ['Paths', needs('1.1')],
  '1.3': ['Fence', needs('None')],
});

describe('a plan whose name begins the name of another', () => {
  const files = {
    '/w/PLAN_GARDEN.md': three,
    '/w/PLAN_GARDEN_2.md': three.replace('Garden', 'Garden 2'),
    '/w/subplans/SUBPLAN_GARDEN_2_11.md': '# SUBPLAN\n\n**Mother Plan**: PLAN_GARDEN_2.md\n',
    '/w/execution/EXECUTION_TASK_GARDEN_2_11_01.md': `**Plan**: PLAN_GARDEN_2.md\n\n${WORK}`,
  };

  it('takes none of its documents', async () => {
    const workspace = await opened(files);
    deepEqual(workspace.statuses('GARDEN'), {
      '1.1': 'not_started',
      '1.2': 'not_started',
      '1.3': 'not_started',
    });
    equal(workspace.statuses('GARDEN_2')['1.1'], 'in_progress');
    deepEqual(workspace.said(), []);
  });
});

describe('names of proofs', () => {
  for (const name of [
    'APPROVED_1.1.md',
    'approved_11.md',
    'Approved-1-1.md',
    'APPROVED.11.md',
    'APPROVED_GARDEN_11.md',
    'APPROVED_11 (2).md',
    'APPROVED_11.MD',
  ]) {
    it(`count as they are written: ${name}`, async () => {
      const workspace = await opened({
        '/w/PLAN_GARDEN.md': three,
        [`/w/execution/feedbacks/${name}`]: '# Good\n',
      });
      equal(workspace.statuses()['1.1'], 'complete');
      equal(workspace.readiness()['1.2'], 'ready');
    });
  }

  it('count for a correction and for work too', async () => {
    const workspace = await opened({
      '/w/PLAN_GARDEN.md': three,
      '/w/execution/feedbacks/fix_1.1.md': '# Dig deeper\n',
      '/w/execution/execution_task_garden_13_01.Md': WORK,
    });
    deepEqual(workspace.statuses(), { '1.1': 'failed', '1.2': 'not_started', '1.3': 'in_progress' });
  });

  it('are said where they mean no achievement', async () => {
    const workspace = await opened({
      '/w/PLAN_GARDEN.md': three,
      '/w/execution/feedbacks/APPROVED_77.md': '# Good\n',
    });
    deepEqual(workspace.said(), ['stray-document APPROVED_77.md:1 ']);
  });
});

describe('names that the eye cannot tell apart', () => {
  it('are one, composed or decomposed', async () => {
    const name = 'GÄRTEN';
    const workspace = await opened({
      [`/w/PLAN_${name.normalize('NFC')}.md`]: three,
      [`/w/subplans/SUBPLAN_${name.normalize('NFD')}_11.md`]: '# SUBPLAN\n',
    });
    equal(workspace.statuses()['1.1'], 'subplan_created');
  });

  it('of folders are one in any case', async () => {
    const workspace = await opened({
      '/w/PLAN_GARDEN.md': three,
      '/w/SubPlans/SUBPLAN_GARDEN_13.md': '# SUBPLAN\n',
      '/w/EXECUTION/EXECUTION_TASK_GARDEN_11_01.md': WORK,
      '/w/EXECUTION/Feedbacks/APPROVED_12.md': '# Good\n',
    });
    deepEqual(workspace.statuses(), { '1.1': 'in_progress', '1.2': 'complete', '1.3': 'subplan_created' });
  });
});

describe('a parallel.json beside a plan', () => {
  const parallel = (text: object) => ({
    '/w/PLAN_GARDEN.md': three,
    '/w/parallel.json': JSON.stringify(text),
  });

  it('is used though it names another plan, and a hint says so', async () => {
    const workspace = await opened(
      parallel({
        plan_name: 'ORCHARD',
        achievements: [
          { achievement_id: '1.1', dependencies: ['1.3'] },
          { achievement_id: '1.2', dependencies: [] },
          { achievement_id: '1.3', dependencies: [] },
        ],
      }),
    );
    deepEqual(workspace.needs(), { '1.1': '1.3', '1.2': '', '1.3': '' });
    deepEqual(workspace.said('other-plan-named'), ['other-plan-named parallel.json:1 "ORCHARD"']);
    match(workspace.messages('other-plan-named')[0] ?? '', /ORCHARD.*GARDEN/);
  });

  it('is read under other keys, and each is said', async () => {
    const workspace = await opened(
      parallel({
        plan_name: 'GARDEN',
        achievements: [
          { achievement_id: '1.1', dependsOn: [] },
          { achievement_id: '1.2', blockedBy: ['1.1'] },
          { achievement_id: '1.3', depends_on: ['1.2'] },
        ],
        cross_priority_dependencies: [{ source: '1.3', target: '1.1' }],
      }),
    );
    deepEqual(workspace.readiness(), { '1.1': 'ready', '1.2': 'blocked', '1.3': 'blocked' });
    deepEqual(workspace.needs(), { '1.1': '', '1.2': '1.1', '1.3': '1.2 1.1' });
    deepEqual(
      workspace.said('other-key').map((each) => each.split(' ').at(-1)),
      ['dependsOn', 'blockedBy', 'depends_on', 'source', 'target'],
    );
  });

  it('says which list of edges is not read', async () => {
    const workspace = await opened(
      parallel({
        plan_name: 'GARDEN',
        achievements: [{ achievement_id: '1.1' }, { achievement_id: '1.2' }, { achievement_id: '1.3' }],
        edges: [{ source: '1.1', target: '1.2' }],
        dependencies: { seeds: '^2.0' },
      }),
    );
    deepEqual(Object.values(workspace.readiness()), ['unknown', 'unknown', 'unknown']);
    deepEqual(workspace.said('other-key'), ['other-key parallel.json:1 edges']);
  });

  it('leaves nothing ready whose key is a letter away, or whose value nobody can read', async () => {
    const workspace = await opened(
      parallel({
        plan_name: 'GARDEN',
        achievements: [
          { achievement_id: '1.1', dependancies: ['1.3'] },
          { achievement_id: '1.2', dependencies: ['after the rain, TBD'] },
          { achievement_id: '1.3', dependencies: [] },
        ],
      }),
    );
    deepEqual(workspace.readiness(), { '1.1': 'unknown', '1.2': 'unknown', '1.3': 'ready' });
    equal(workspace.said('unread-dependency').length, 2);
  });
});
