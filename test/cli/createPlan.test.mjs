import assert from 'node:assert/strict';
import { folderWith, planText, removeFolders, run, runJson, textsIn } from './support.mjs';

const PLAN = 'ONLINE-SHOP/PLAN_ONLINE-SHOP.md';
const CREATE = ['create', 'plan', 'online shop'];

describe('command line: a new plan', () => {
  afterEach(function () {
    return removeFolders(this);
  });

  it('is shown, created, read without a problem, and taken back with its folder', async function () {
    const root = await folderWith(this, {});
    const asked = [
      ...CREATE,
      root,
      '--goal',
      'Sell bread.',
      '--priority',
      'Read; Check',
      '--priority',
      'Bake',
    ];
    const dry = await run([...asked, '--dry-run', '--yes']);
    assert.equal(dry.code, 0);
    assert.match(dry.out, new RegExp(`^PLAN to create: ${PLAN}\n  # PLAN: ONLINE-SHOP\n`));
    assert.match(dry.out, /\n {2}Sell bread\.\n/);
    assert.match(dry.out, /Dry run: nothing was created\.\n$/);
    assert.deepEqual(await textsIn(root), {});
    const refused = await run(asked);
    assert.equal(refused.code, 2);
    assert.match(refused.err, /Add --yes to create the files/);
    const { json, code } = await runJson([...asked, '--yes']);
    assert.equal(code, 0);
    assert.deepEqual(json, { created: [PLAN], skipped: [], failed: [], missingSubplans: [], unfilled: [] });
    const status = await runJson(['status', root]);
    assert.equal(status.code, 0);
    assert.deepEqual(status.json.findings, []);
    assert.deepEqual(
      status.json.plans[0].achievements.map(({ id, title }) => [id, title]),
      [
        ['1.1', 'Read'],
        ['1.2', 'Check'],
        ['2.1', 'Bake'],
      ],
    );
    const again = await run([...asked, '--yes']);
    assert.equal(again.code, 2);
    assert.match(again.err, /There is a plan ONLINE-SHOP already/);
    assert.deepEqual((await runJson(['undo', root, '--yes'])).json.removed, [PLAN]);
    assert.deepEqual(await textsIn(root), {});
    assert.match((await run(['status', root])).out, /No plans/i);
  });

  it('goes where the other plans are, with an achievement to begin with', async function () {
    const root = await folderWith(this, {
      'work-space/plans/A/PLAN_A.md': planText({ 1.1: 'One' }),
      '.parallel-plans/templates/PLAN.md': '# PLAN: {{plan}}\n\n## Achievements\n\n{{achievements}}\n',
    });
    const { json } = await runJson([...CREATE, root, '--yes']);
    assert.deepEqual(json.created, [`work-space/plans/${PLAN}`]);
    const text = (await textsIn(root))[`work-space/plans/${PLAN}`];
    assert.match(
      text,
      /^# PLAN: ONLINE-SHOP\n\n## Achievements\n\n### Priority 1\n\n\*\*Achievement 1\.1\*\*: First achievement\n/,
    );
  });

  it('refuses names that cannot be files, and folders that are not there', async function () {
    const root = await folderWith(this, {});
    for (const name of ['../up', 'a/b', 'BÜRO', '', '..']) {
      const { code, err } = await run(['create', 'plan', name, root, '--yes']);
      assert.equal(code, 2, name);
      assert.match(err, /letters from A to Z|needs a name/);
    }
    const { code, err } = await run([...CREATE, `${root}/missing`, '--yes']);
    assert.equal(code, 2);
    assert.match(err, /There is nothing at/);
    assert.deepEqual(await textsIn(root), {});
  });
});
