import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import {
  CLI,
  environment,
  folderWith,
  parallelText,
  planText,
  removeFolders,
  run,
  runJson,
  textsIn,
} from './support.mjs';

/** Kills a process from within. */
const KILL_AT = resolve('test/cli/killAt.cjs');
const PLAN = planText({ 1.1: 'Basket', 1.2: 'Till', 2.1: 'Receipt' });
const TWO = { 'PLAN_SHOP.md': planText({ 1.1: 'Basket', 1.2: 'Till' }) };
const FILES = {
  'PLAN_SHOP.md': PLAN,
  'parallel.json': parallelText('SHOP', { 1.1: [], 1.2: [], 2.1: ['1.1'] }),
};

describe('undo', () => {
  afterEach(function () {
    return removeFolders(this);
  });

  it('takes the last batch back, and then the one before', async function () {
    const root = await folderWith(this, FILES);
    await run(['create', 'subplans', root, '--all', '--yes']);
    const between = await textsIn(root);
    await run(['create', 'executions', root, '--achievements', '1.1', '--yes']);
    const { code, json } = await runJson(['undo', root, '--yes']);
    assert.equal(code, 0);
    assert.deepEqual(json, { removed: ['execution/EXECUTION_TASK_SHOP_11_01.md'], kept: [], failed: [] });
    assert.deepEqual(await textsIn(root), between);
    await run(['undo', root, '--yes']);
    assert.deepEqual(await textsIn(root), FILES);
    const nothing = await run(['undo', root, '--yes']);
    assert.deepEqual([nothing.code, nothing.out], [1, '']);
    assert.match(nothing.err, /no batch to undo/);
  });

  it('keeps what was edited since, and says so', async function () {
    const root = await folderWith(this, FILES);
    await run(['create', 'subplans', root, '--all', '--yes']);
    await writeFile(join(root, 'subplans/SUBPLAN_SHOP_12.md'), 'mine');
    const { out } = await run(['undo', join(root, 'PLAN_SHOP.md'), '--yes']);
    assert.match(out, /Kept subplans\/SUBPLAN_SHOP_12\.md: edited since/);
    assert.deepEqual(await textsIn(root), { ...FILES, 'subplans/SUBPLAN_SHOP_12.md': 'mine' });
  });

  it('removes nothing in a dry run, without a yes, or of another plan', async function () {
    const root = await folderWith(this, {
      'a/PLAN_SHOP.md': PLAN,
      'b/PLAN_OTHER.md': planText({ 1.1: 'Basket' }),
    });
    await run(['create', 'subplans', join(root, 'a'), '--all', '--yes']);
    const before = await textsIn(root);
    const dry = await run(['undo', root, '--dry-run', '--yes']);
    assert.match(dry.out, /Dry run: nothing was removed\.$/m);
    assert.equal((await run(['undo', root])).code, 2);
    assert.equal((await run(['undo', join(root, 'b'), '--yes'])).code, 1);
    assert.deepEqual(await textsIn(root), before);
  });

  it('creates where no journal can be kept, and says that it cannot be undone', async function () {
    const root = await folderWith(this, FILES);
    await writeFile(join(root, 'state'), '');
    const { code, err } = await run(['create', 'subplans', root, '--all', '--yes'], {
      env: { XDG_STATE_HOME: join(root, 'state') },
    });
    assert.equal(code, 0);
    assert.match(err, /^This batch cannot be undone: .*ENOTDIR/);
    assert.ok((await textsIn(root))['subplans/SUBPLAN_SHOP_11.md']);
  });

  /** Creates SUBPLANs in a process that is killed before its change `at` of the disk; false where it ended before. */
  const killed = async (root, at) => {
    const command = ['--require', KILL_AT, CLI, 'create', 'subplans', root, '--all', '--yes'];
    const env = environment({ KILL_AT: String(at) });
    const child = spawn(process.execPath, command, { env, stdio: 'ignore' });
    const [, signal] = await once(child, 'exit');
    return signal !== null;
  };

  it('leaves nothing of a batch whose process was killed, wherever that was', async function () {
    this.timeout(300_000);
    const files = { ...TWO, 'subplans/notes.md': 'mine' };
    const root = await folderWith(this, files);
    const left = new Set();
    let at = 1;
    for (; await killed(root, at); at++) {
      left.add((await readdir(join(root, 'subplans'))).length - 1);
      await run(['undo', root, '--yes']);
      assert.deepEqual(await textsIn(root), files, `killed before change ${at}`);
    }
    assert.ok(left.has(0) && left.has(1) && left.has(2), `files that were left: ${[...left].join(', ')}`);
  });

  it('lets the next creation remove what a killed one left half written, and nothing of anybody else', async function () {
    this.timeout(300_000);
    const others = {
      [`.parallel-plans-${process.pid}-${randomUUID()}.tmp`]: 'mine',
      '.parallel-plans-mine.tmp': 'mine',
      'mine.tmp': 'mine',
    };
    let half = 0;
    for (let at = 1; ; at++) {
      const root = await folderWith(this, TWO);
      const folder = join(root, 'subplans');
      await mkdir(folder);
      for (const [name, text] of Object.entries(others)) await writeFile(join(folder, name), text);
      const drafts = async () => (await readdir(folder)).filter((name) => name.endsWith('.tmp'));
      if (!(await killed(root, at))) break;
      if ((await drafts()).length === Object.keys(others).length) continue;
      half++;
      // so that something is left to create, also where the last draft had become a file
      await rm(join(folder, 'SUBPLAN_SHOP_12.md'), { force: true });
      await run(['create', 'subplans', root, '--all', '--yes']);
      assert.deepEqual((await drafts()).sort(), Object.keys(others).sort(), `killed before change ${at}`);
      for (const [name, text] of Object.entries(others))
        assert.equal(await readFile(join(folder, name), 'utf8'), text);
    }
    assert.ok(half > 0, 'no process was killed while it wrote');
  });

  it('removes the folders it made, and only those', async function () {
    const root = await folderWith(this, FILES);
    await run(['create', 'subplans', root, '--all', '--yes']);
    await run(['undo', root, '--yes']);
    await assert.rejects(rm(join(root, 'subplans')), { code: 'ENOENT' });
    await mkdir(join(root, 'subplans'));
    await run(['create', 'subplans', root, '--all', '--yes']);
    await run(['undo', root, '--yes']);
    assert.deepEqual(await readdir(join(root, 'subplans')), []);
  });
});
