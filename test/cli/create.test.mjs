import assert from 'node:assert/strict';
import { chmod, mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  folderWith,
  parallelText,
  planText,
  removeFolders,
  run,
  runJson,
  textsIn,
  withoutPrivileges,
} from './support.mjs';

const PLAN = 'work-space/plans/ALPHA/PLAN_ALPHA.md';
const FOLDER = 'work-space/plans/ALPHA';
const ALPHA = {
  [PLAN]: planText({
    1.1: [
      'Read',
      '- **Deliverables**:\n  - [x] `src/read.ts`\n    - nested',
      '- **Success**: It reads',
      '- **Effort**: 2-3 hours',
    ],
    1.2: 'Write',
    2.1: 'Ship',
  }),
  [`${FOLDER}/parallel.json`]: parallelText('ALPHA', { 1.1: [], 1.2: [], 2.1: ['1.1', '1.2'] }),
};
const subplan = (digits) => `${FOLDER}/subplans/SUBPLAN_ALPHA_${digits}.md`;
const execution = (digits) => `${FOLDER}/execution/EXECUTION_TASK_ALPHA_${digits}_01.md`;
const newFiles = async (root, before) => Object.keys(await textsIn(root)).filter((path) => !(path in before));

describe('command line: creating', () => {
  afterEach(function () {
    return removeFolders(this);
  });

  it('makes documents from the nearest templates above, and refuses those with mistakes', async function () {
    const templates = '.parallel-plans/templates/SUBPLAN.md';
    const root = await folderWith(this, {
      ...ALPHA,
      [templates]: '# {{title}}\n\n**Achievement**: {{id}}\n\n{{deliverables}}\n',
    });
    await run(['create', 'subplans', join(root, FOLDER), '--achievements', '1.1', '--yes']);
    assert.equal(
      (await textsIn(root))[subplan(11)],
      '# Read\n\n**Achievement**: 1.1\n\n- [ ] `src/read.ts`\n  - nested\n',
    );
    await writeFile(join(root, templates), 'one\n{{titel}}\n');
    const refused = await run(['create', 'subplans', join(root, FOLDER), '--achievements', '1.2', '--yes']);
    assert.equal(refused.code, 2);
    assert.match(
      refused.err,
      /SUBPLAN\.md:2:1: unknown variable \{\{titel\}\}; did you mean \{\{title\}\}\?/,
    );
  });

  it('creates the next execution where there is one', async function () {
    const root = await folderWith(this, {
      ...ALPHA,
      [subplan(11)]: '**Achievement**: 1.1\n',
      [execution(11)]: '**Achievement**: 1.1\n',
    });
    const args = ['create', 'executions', root, '--achievements', '1.1', '--another', '--yes'];
    const { json } = await runJson(args);
    assert.deepEqual(json.created, [`${FOLDER}/execution/EXECUTION_TASK_ALPHA_11_02.md`]);
  });

  it('creates the lowest level with something missing, then the next, then nothing', async function () {
    const root = await folderWith(this, ALPHA);
    const create = async () => (await runJson(['create', 'subplans', root, '--yes'])).json;
    assert.deepEqual(await create(), {
      created: [subplan(11), subplan(12)],
      skipped: [],
      failed: [],
      missingSubplans: [],
      unfilled: [],
    });
    assert.deepEqual((await create()).created, [subplan(21)]);
    const third = await runJson(['create', 'subplans', root, '--yes']);
    assert.equal(third.code, 0);
    assert.deepEqual(third.json, {
      created: [],
      skipped: [11, 12, 21].map((digits, at) => ({
        id: ['1.1', '1.2', '2.1'][at],
        reason: `SUBPLAN_ALPHA_${digits}.md exists`,
      })),
      failed: [],
      missingSubplans: [],
      unfilled: [],
    });
    assert.deepEqual(await newFiles(root, ALPHA), [subplan(11), subplan(12), subplan(21)]);
  });

  it('writes what the PLAN says, and reads it back as the same achievement without any work done', async function () {
    const root = await folderWith(this, ALPHA);
    await run(['create', 'subplans', root, '--yes', '--achievements', '1.1']);
    await run(['create', 'executions', root, '--yes', '--achievements', '1.1']);
    const texts = await textsIn(root);
    for (const path of [subplan(11), execution(11)]) {
      const text = texts[path];
      assert.match(text, /^\*\*Mother Plan\*\*: PLAN_ALPHA\.md\s*$/m);
      assert.match(text, /^\*\*Achievement\*\*: 1\.1\s*$/m);
      assert.match(text, /^\*\*Estimated Effort\*\*: 2-3 hours\s*$/m);
      assert.match(text, /^Reach 1\.1$/m);
      assert.match(text, /^- \[ \] `src\/read\.ts`\n {2}- nested$/m);
      assert.match(text, /^- \[ \] It reads$/m);
      assert.doesNotMatch(text, /\[x\]|\d{4}-\d\d-\d\d|undefined/i);
    }
    const { json } = await runJson(['status', root]);
    const [first] = json.plans[0].achievements;
    assert.equal(first.status, 'execution_created');
    assert.equal(first.subplan, subplan(11));
    assert.deepEqual(first.executions, [execution(11)]);
  });

  it('creates any level, any choice and all of them', async function () {
    const root = await folderWith(this, ALPHA);
    const dry = async (...args) =>
      (await runJson(['create', 'subplans', root, '--dry-run', ...args])).json.created;
    assert.deepEqual(await dry('--level', '1'), [subplan(21)]);
    assert.deepEqual(await dry('--achievements', '2.1, 1.2'), [subplan(12), subplan(21)]);
    assert.deepEqual(await dry('--all'), [subplan(11), subplan(12), subplan(21)]);
  });

  it('writes nothing in a dry run, not even with --yes', async function () {
    const root = await folderWith(this, ALPHA);
    const { code, out } = await run(['create', 'subplans', root, '--dry-run', '--yes']);
    assert.equal(code, 0);
    assert.match(out, /^2 SUBPLANs to create for ALPHA \(level 0\):\n {2}1\.1 Read → .*SUBPLAN_ALPHA_11\.md/);
    assert.match(out, /Dry run: nothing was created\.\n$/);
    assert.deepEqual(await textsIn(root), ALPHA);
  });

  it('refuses to create where nobody can be asked', async function () {
    const root = await folderWith(this, ALPHA);
    for (const format of [[], ['--format', 'json']]) {
      const { code, err } = await run(['create', 'subplans', root, ...format]);
      assert.equal(code, 2);
      assert.match(err, /^error: Cannot ask for confirmation, because this is not a terminal. Add --yes/);
    }
    assert.deepEqual(await textsIn(root), ALPHA);
  });

  it('blocks executions while a SUBPLAN is missing and says how to go on', async function () {
    const root = await folderWith(this, {
      ...ALPHA,
      [subplan(11)]: '# SUBPLAN: Read\n\n**Achievement**: 1.1\n',
    });
    const before = await textsIn(root);
    const { code, json } = await runJson(['create', 'executions', root, '--yes', '--level', '0']);
    assert.equal(code, 1);
    assert.deepEqual(json, { created: [], skipped: [], failed: [], missingSubplans: ['1.2'], unfilled: [] });
    const { out } = await run(['create', 'executions', join(root, PLAN), '--yes', '--level', '0']);
    assert.match(out, /parallel-plans create subplans PLAN_ALPHA\.md --achievements 1\.2\n$/);
    assert.deepEqual(await textsIn(root), before);
  });

  it('never touches what exists, and keeps what worked when something fails', async function () {
    const mine = '# mine\n\n**Achievement**: 1.1\n';
    const root = await folderWith(this, { ...ALPHA, [subplan(11)]: mine });
    // a folder where a file should go: no listing shows it as a document
    await mkdir(join(root, subplan(12)));
    const { code, json } = await runJson(['create', 'subplans', root, '--all', '--yes']);
    assert.equal(code, 1);
    assert.deepEqual(json, {
      created: [subplan(21)],
      skipped: [{ id: '1.1', reason: 'SUBPLAN_ALPHA_11.md exists' }],
      failed: [{ id: '1.2', reason: 'SUBPLAN_ALPHA_12.md exists by now and was left as it is' }],
      missingSubplans: [],
      unfilled: [],
    });
    assert.equal((await textsIn(root))[subplan(11)], mine);
    assert.deepEqual((await readdir(join(root, FOLDER, 'subplans'))).sort(), [
      'SUBPLAN_ALPHA_11.md',
      'SUBPLAN_ALPHA_12.md',
      'SUBPLAN_ALPHA_21.md',
    ]);
  });

  it('gives ids with the same digits different files', async function () {
    const root = await folderWith(this, {
      'PLAN_MANY.md': planText({ 1.11: 'One', 11.1: 'Eleven', 1.2: 'Two' }),
    });
    const { json } = await runJson(['create', 'subplans', root, '--all', '--yes']);
    assert.deepEqual(json.created, [
      'subplans/SUBPLAN_MANY_1-11.md',
      'subplans/SUBPLAN_MANY_11-1.md',
      'subplans/SUBPLAN_MANY_12.md',
    ]);
    const { json: status } = await runJson(['status', root]);
    assert.deepEqual(
      status.plans[0].achievements.map(({ id, subplan: path }) => [id, path]),
      [
        ['1.11', 'subplans/SUBPLAN_MANY_1-11.md'],
        ['11.1', 'subplans/SUBPLAN_MANY_11-1.md'],
        ['1.2', 'subplans/SUBPLAN_MANY_12.md'],
      ],
    );
  });

  it('says which SUBPLANs are to be filled in before EXECUTION_TASKs build on them', async function () {
    const root = await folderWith(this, {
      ...ALPHA,
      [subplan(11)]: '**Achievement**: 1.1\n\n<!-- fill: how -->\n\n## Synthesis\n\n<!-- fill: what -->\n',
      [subplan(12)]: '',
    });
    const args = ['create', 'executions', root, '--dry-run'];
    assert.match(
      (await run(args)).out,
      /\nFill in first the SUBPLANs they build on:\n {2}1\.1: SUBPLAN_ALPHA_11\.md has 1 place to fill in, 1 more at the end\n {2}1\.2: SUBPLAN_ALPHA_12\.md is empty\nDry run/,
    );
    assert.deepEqual((await runJson(args)).json.unfilled, [
      { id: '1.1', subplan: subplan(11), places: 1 },
      { id: '1.2', subplan: subplan(12), places: 0 },
    ]);
    await writeFile(join(root, subplan(11)), '**Achievement**: 1.1\n\nLike this.\n');
    await writeFile(join(root, subplan(12)), '**Achievement**: 1.2\n\nLike that.\n');
    assert.doesNotMatch((await run(args)).out, /Fill in/);
  });

  it('creates every file once when two run at the same time', async function () {
    const achievements = Object.fromEntries(
      Array.from({ length: 40 }, (_, at) => [`1.${at + 1}`, `Title ${at}`]),
    );
    const root = await folderWith(this, { 'PLAN_RACE.md': planText(achievements) });
    const runs = await Promise.all(
      [1, 2, 3].map(() => runJson(['create', 'subplans', root, '--all', '--yes'])),
    );
    const created = runs.flatMap(({ json }) => json.created);
    assert.equal(created.length, 40);
    assert.equal(new Set(created).size, 40);
    const files = await textsIn(join(root, 'subplans'));
    assert.equal(Object.keys(files).length, 40, 'and nothing else is left behind');
    for (const [name, text] of Object.entries(files))
      assert.match(text, /## Execution Results Synthesis/, name);
  });

  it('does not write where a link leads out of the workspace', async function () {
    const outside = await folderWith(this, {});
    const root = await folderWith(this, ALPHA);
    await symlink(outside, join(root, FOLDER, 'subplans'));
    const { code, json } = await runJson(['create', 'subplans', join(root, FOLDER), '--all', '--yes']);
    assert.equal(code, 1);
    assert.deepEqual(json.created, []);
    assert.deepEqual(
      json.failed.map(({ id }) => id),
      ['1.1', '1.2', '2.1'],
    );
    for (const { reason } of json.failed)
      assert.match(reason, /leads outside the workspace, where nothing is written$/);
    assert.deepEqual(await readdir(outside), []);
  });

  it('says why a folder cannot be written to', async function () {
    const root = await folderWith(this, { ...ALPHA, [`${FOLDER}/subplans/keep.md`]: '' });
    const folder = join(root, FOLDER, 'subplans');
    await chmod(root, 0o755);
    await chmod(folder, 0o555);
    const { code, out, err } = await run(
      ['create', 'subplans', root, '--yes'],
      await withoutPrivileges(this),
    );
    await chmod(folder, 0o755);
    assert.equal(code, 1);
    assert.match(out, /0 SUBPLANs created\.\n$/);
    assert.equal(
      err,
      ['1.1', '1.2'].map((id) => `Not created for ${id}: no permission to write in ${folder}\n`).join(''),
    );
    const file = await folderWith(this, { ...ALPHA, [`${FOLDER}/subplans`]: 'a file' });
    const { json } = await runJson(['create', 'subplans', file, '--yes']);
    assert.match(
      json.failed[0].reason,
      /subplans (?:is a file, not a folder|cannot be a folder: a file is in its place)$/,
    );
  });

  it('stays in the folder whatever the plan is called', async function () {
    const root = await folderWith(this, {});
    const name = 'PLAN_..\\..\\up $(touch x) `id`.md';
    await writeFile(join(root, name), planText({ 1.1: 'Odd' }));
    const { json, code } = await runJson(['create', 'subplans', join(root, name), '--yes']);
    assert.equal(code, 0);
    assert.equal(json.created.length, 1);
    assert.deepEqual(await readdir(root), [name, 'subplans'].sort());
    assert.equal((await readdir(join(root, 'subplans'))).length, 1);
  });

  it('refuses levels and ids the plan does not have, and a choice between several plans', async function () {
    const root = await folderWith(this, ALPHA);
    const cases = [
      [['--level', '7'], 'error: ALPHA has no level 7. Its levels are 0, 1.\n'],
      [['--achievements', '1.1,9.9'], 'error: ALPHA has no achievement 9.9. It has 1.1, 1.2, 2.1.\n'],
      [['--level', 'two'], /argument 'two' is invalid\. It must be a whole number from 0 to 999999\./],
      [['--level', '0', '--all'], /cannot be used with option '--all'/],
      [['--achievements', ','], /Name at least one achievement/],
    ];
    for (const [args, message] of cases) {
      const { code, out, err } = await run(['create', 'subplans', root, '--yes', ...args]);
      assert.deepEqual([args, code, out], [args, 2, '']);
      if (message instanceof RegExp) assert.match(err, message);
      else assert.equal(err, message);
    }
    const two = await folderWith(this, { ...ALPHA, 'PLAN_BETA.md': planText({ 1.1: 'Other' }) });
    const { code, err } = await run(['create', 'subplans', two, '--yes']);
    assert.equal(code, 2);
    assert.match(
      err,
      /^error: There are 2 plans here \(BETA, ALPHA|^error: There are 2 plans here \(ALPHA, BETA/,
    );
    assert.deepEqual(await textsIn(root), ALPHA);
  });

  it('has nothing to create in an empty folder', async function () {
    const root = await folderWith(this, {});
    const { code, err } = await run(['create', 'subplans', root, '--yes']);
    assert.equal(code, 1);
    assert.equal(err, 'error: There is no plan here. Name a PLAN file or the folder that holds one.\n');
  });
});
