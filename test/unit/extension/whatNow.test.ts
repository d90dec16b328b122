import assert from 'node:assert/strict';
import manifest from '../../../package.json';
import { entriesOf, progressLine } from '../../../src/extension/whatNow/entries';
import { engineOver, planOf } from '../../support/engineOver';

const FINISHED = '# E\n\n## Iteration Log\n\nBuilt it.\n\n**Status**: Complete\n';
const parallel = JSON.stringify({
  plan_name: 'SHOP',
  achievements: [
    { achievement_id: '1.1', dependencies: [] },
    { achievement_id: '1.2', dependencies: [] },
    { achievement_id: '2.1', dependencies: ['1.1', '1.2'] },
    { achievement_id: '3.1', dependencies: ['2.1'] },
  ],
});

const shop = async (files: Readonly<Record<string, string>>) =>
  (
    await engineOver({
      '/w/PLAN_SHOP.md': planOf('SHOP', ['1.1', '1.2', '2.1', '3.1']),
      '/w/parallel.json': parallel,
      ...files,
    })
  ).plan('SHOP');

describe('What now', () => {
  it('offers the most urgent first, says why, and what a failure blocks', async () => {
    const plan = await shop({
      '/w/subplans/SUBPLAN_SHOP_11.md': '',
      '/w/execution/EXECUTION_TASK_SHOP_11_01.md': FINISHED,
      '/w/execution/feedbacks/FIX_12.md': '',
    });
    const [fix, review, subplans] = entriesOf(plan);
    assert.deepEqual(
      [fix?.label, fix?.description, fix?.detail],
      ['1.2 Title of 1.2', 'Fix what the review found', 'FIX_12.md says what to fix; 2.1, 3.1 wait for it'],
    );
    assert.deepEqual(
      fix?.does.map(({ command }) => command),
      ['openFile', 'copyNextPrompt', 'approve', 'skip'],
    );
    assert.deepEqual(
      review?.does.map(({ label }) => label),
      ['Open the work', 'Approve', 'Request fixes', 'Skip it, with a reason', 'Copy the prompt for it'],
    );
    assert.equal(subplans?.label, 'Create SUBPLANs of the next level');
  });

  it('says what is missing where something cannot be done now', async () => {
    const nothing = entriesOf(await shop({})).filter(({ group }) => group === 'batch');
    assert.deepEqual(
      nothing.map(({ detail, does }) => [detail, does.length]),
      [
        ['You see the list before anything is written, and can choose others', 1],
        ['2 SUBPLANs of this level are missing: created first, when you agree', 1],
      ],
    );
    const all = ['11', '12', '21', '31'].map(
      (digits) => [`/w/subplans/SUBPLAN_SHOP_${digits}.md`, ''] as const,
    );
    const [subplans] = entriesOf(await shop(Object.fromEntries(all))).filter(
      ({ group }) => group === 'batch',
    );
    assert.deepEqual(
      [subplans?.detail, subplans?.does],
      ['Not now: every achievement that wants a SUBPLAN has one', []],
    );
  });

  it('offers to generate parallel.json, or to update the one that is there', async () => {
    const labels = async (files: Readonly<Record<string, string>>) =>
      entriesOf(await shop(files))
        .filter(({ does }) => does[0]?.command === 'generateParallel')
        .map(({ label }) => label);
    assert.deepEqual(await labels({}), ['Update parallel.json']);
    assert.deepEqual(
      await labels({
        '/w/parallel.json': '{ "plan_name": "OTHER" }',
        '/w/PLAN_OTHER.md': planOf('OTHER', ['1.1']),
      }),
      ['Generate parallel.json'],
    );
  });

  it('shows progress by level, and names only commands there are', async () => {
    const plan = await shop({ '/w/execution/feedbacks/APPROVED_11.md': '' });
    assert.equal(progressLine(plan), 'Level 0 1/2 · Level 1 0/1 · Level 2 0/1');
    const known = new Set(manifest.contributes.commands.map(({ command }) => command));
    for (const { does } of entriesOf(plan)) {
      for (const { command } of does) assert.ok(known.has(`parallelPlans.${command}`), command);
    }
  });

  it('settles claims that no file proves together, and offers nothing to do in a plan that is over', async () => {
    const tracked = `${planOf('SHOP', ['1.1', '1.2', '2.1', '3.1'])}\n## Tracking\n\n- [x] Achievement 1.1\n- ✅ Achievement 1.2\n`;
    const [claim, ...others] = entriesOf(await shop({ '/w/PLAN_SHOP.md': tracked }));
    assert.equal(
      claim?.label,
      'The PLAN calls 2 of 4 achievements complete, but no feedback file proves any of them',
    );
    assert.deepEqual(
      claim?.does.map(({ command }) => command),
      ['approve', 'openFile'],
    );
    assert.ok(others.every(({ group, label }) => group !== 'now' || !/^1\.[12]/.test(label)));
    const over = await shop({ '/w/PLAN_SHOP.md': tracked.replace('\n\n', '\n\n**Status**: Superseded\n\n') });
    assert.deepEqual([...new Set(entriesOf(over).map(({ group }) => group))], ['plan']);
    assert.match(progressLine(over), /^superseded · Level 0 0\/2/);
  });
});
