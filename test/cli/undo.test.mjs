import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
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

const PLAN = planText({ 1.1: 'Basket', 1.2: 'Till', 2.1: 'Receipt' });
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

  it('leaves nothing of a batch whose process was killed, wherever that was', async function () {
    this.timeout(300_000);
    const achievements = Object.fromEntries(
      Array.from({ length: 80 }, (_, at) => [`${1 + Math.floor(at / 9)}.${1 + (at % 9)}`, `Title ${at}`]),
    );
    const files = { 'PLAN_SHOP.md': planText(achievements), 'subplans/notes.md': 'mine' };
    const root = await folderWith(this, files);
    const documents = async () => (await readdir(join(root, 'subplans'))).length;
    const reached = new Set();
    for (let round = 0; round < 8; round++) {
      const child = spawn(process.execPath, [CLI, 'create', 'subplans', root, '--all', '--yes'], {
        env: environment(),
        stdio: 'ignore',
      });
      const ended = new Promise((resolve) => child.once('exit', resolve));
      while ((await documents()) < 2 + round * 9 && child.exitCode === null) await pause(1);
      child.kill('SIGKILL');
      await ended;
      reached.add(await documents());
      await run(['undo', root, '--yes']);
      assert.deepEqual(await textsIn(root), files);
    }
    assert.ok(reached.size > 3, `killed at different moments: ${[...reached].join(', ')}`);
  });

  it('lets the next creation remove what a killed one left half written, and nothing of anybody else', async function () {
    this.timeout(300_000);
    const achievements = Object.fromEntries(
      Array.from({ length: 40 }, (_, at) => [`${1 + Math.floor(at / 9)}.${1 + (at % 9)}`, `Title ${at}`]),
    );
    const root = await folderWith(this, {
      'PLAN_SHOP.md': planText(achievements),
      'subplans/notes.md': 'mine',
    });
    const folder = join(root, 'subplans');
    const drafts = async () => (await readdir(folder)).filter((name) => name.endsWith('.tmp'));
    const others = [
      `.parallel-plans-${process.pid}-${randomUUID()}.tmp`,
      '.parallel-plans-mine.tmp',
      'mine.tmp',
    ];
    for (const name of others) await writeFile(join(folder, name), 'mine');
    let left = 0;
    for (let round = 0; round < 8; round++) {
      const child = spawn(process.execPath, [CLI, 'create', 'subplans', root, '--all', '--yes'], {
        env: environment(),
        stdio: 'ignore',
      });
      const ended = new Promise((resolve) => child.once('exit', resolve));
      const wanted = round + 1;
      const isUnderWay = async () => {
        const names = await readdir(folder);
        return names.length > others.length + wanted && (await drafts()).length > others.length;
      };
      while (child.exitCode === null && !(await isUnderWay())) await pause(0);
      child.kill('SIGKILL');
      await ended;
      if ((await drafts()).length > others.length) left++;
      await run(['create', 'subplans', root, '--all', '--yes']);
      assert.deepEqual((await drafts()).sort(), [...others].sort());
      const made = (await readdir(folder)).filter((name) => name.startsWith('SUBPLAN_'));
      for (const name of made) await rm(join(folder, name));
    }
    assert.ok(left > 0, 'no process was killed while it wrote');
    for (const name of others) assert.equal(await readFile(join(folder, name), 'utf8'), 'mine');
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
