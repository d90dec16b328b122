import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import type { CreationTask } from '../../src/extension/api';
import { api } from './api';
import { removePlan, type ScratchPlan, scratchPlan } from './scratchPlan';
import { scriptedUi } from './scriptedUi';
import { closeEditors, exists, file, open, readText, replaceText, until, writeText } from './support';

const yes = async () => true;
const next = { by: 'next' } as const;
const all = { by: 'all' } as const;

describe('creating documents', () => {
  let plan: ScratchPlan;
  /** A name of its own for every test: news of the end of another's files may come late. */
  let name: string;
  let count = 0;

  const subplans = (selection: CreationTask['selection']): CreationTask => ({
    plan: plan.uri,
    kind: 'subplan',
    selection,
  });
  const executions = (selection: CreationTask['selection']): CreationTask => ({
    plan: plan.uri,
    kind: 'execution',
    selection,
  });

  beforeEach(async () => {
    name = `GAMMA${'ABCDEFGHIJKLMNOP'[count++]}`;
    plan = await scratchPlan(name, { '1.1': [], '1.2': [], '2.1': ['1.1'] });
  });
  afterEach(async () => {
    await closeEditors();
    await removePlan(name);
  });

  it('creates the lowest level, leaves what exists as it is, and says so', async () => {
    const mine = '# SUBPLAN\n\n**Achievement**: 1.1\n\nMine.\n';
    await writeText(plan.at(`subplans/SUBPLAN_${name}_11.md`), mine);
    await until(async () => {
      const { snapshot } = await api();
      return (await snapshot()).planOf(plan.uri)?.byId.get('1.1')?.subplan;
    }, 'the SUBPLAN');
    const ui = scriptedUi({ confirm: yes });
    const created = await (await api()).create(subplans({ by: 'level', level: 0 }), ui);
    assert.deepEqual(
      created?.map(({ name }) => name),
      [`SUBPLAN_${name}_12.md`],
    );
    assert.deepEqual(ui.said('confirm')[0]?.split('\n'), [
      `Create 1 SUBPLAN for ${name} of 1.2`,
      'Create 1 SUBPLAN',
      `SUBPLAN_${name}_12.md: 1.2 Do 1.2`,
      `skip 1.1: SUBPLAN_${name}_11.md exists`,
    ]);
    assert.equal(await readText(plan.at(`subplans/SUBPLAN_${name}_11.md`)), mine);
    assert.match(await readText(plan.at(`subplans/SUBPLAN_${name}_12.md`)), /Have 1\.2 done/);
    assert.equal(await exists(plan.at(`subplans/SUBPLAN_${name}_21.md`)), false);
  });

  it('asks for the level, the default first', async () => {
    const ui = scriptedUi({ choose: async (_title, [first]) => first?.selection, confirm: yes });
    const created = await (await api()).create(subplans(undefined), ui);
    assert.deepEqual(ui.said('choose'), [
      `Create SUBPLANs for ${name}\nLevel 0: 2 missing\nLevel 1: 1 missing\nAll levels: 3 missing\nChoose achievements…: `,
    ]);
    assert.deepEqual(
      created?.map(({ id }) => id),
      ['1.1', '1.2'],
    );
  });

  it('creates the achievements that were ticked', async () => {
    const ui = scriptedUi({ choose: async () => 'choose', tick: async () => ['2.1'], confirm: yes });
    const created = await (await api()).create(subplans(undefined), ui);
    assert.deepEqual(
      created?.map(({ id }) => id),
      ['2.1'],
    );
  });

  it('creates nothing when it is turned away, whatever was asked, and says so', async () => {
    const { create } = await api();
    const turned = [
      { task: subplans(all), ui: scriptedUi({ confirm: async () => false }) },
      { task: subplans(undefined), ui: scriptedUi({ choose: async () => undefined }) },
      {
        task: subplans(undefined),
        ui: scriptedUi({ choose: async () => 'choose', tick: async () => undefined }),
      },
      { task: executions(next), ui: scriptedUi({ offerSubplans: async () => false }) },
    ];
    for (const { task, ui } of turned) {
      assert.equal(await create(task, ui), undefined);
      const word = task.kind === 'subplan' ? 'SUBPLAN' : 'EXECUTION';
      assert.deepEqual(ui.said('cancelled'), [`Cancelled: no ${word} was created.`]);
    }
    assert.equal(await exists(plan.at('subplans')), false);
    assert.equal(await exists(plan.at('execution')), false);
  });

  it('blocks EXECUTIONs without SUBPLANs and creates those first when told to', async () => {
    const refused = scriptedUi({ offerSubplans: async () => false });
    assert.equal(await (await api()).create(executions(next), refused), undefined);
    assert.match(refused.said('offerSubplans')[0] ?? '', /Missing: 1\.1, 1\.2/);
    assert.equal(await exists(plan.at('execution')), false);
    const ui = scriptedUi({ offerSubplans: async () => true, confirm: yes });
    const created = await (await api()).create(executions(next), ui);
    assert.deepEqual(
      created?.map(({ name }) => name),
      [`EXECUTION_TASK_${name}_11_01.md`, `EXECUTION_TASK_${name}_12_01.md`],
    );
    assert.ok(await exists(plan.at(`subplans/SUBPLAN_${name}_12.md`)));
  });

  it('undoes what nobody edited and keeps the rest', async () => {
    const { create, undoLastBatch } = await api();
    await create(subplans(next), scriptedUi({ confirm: yes }));
    const { document } = await open(plan.at(`subplans/SUBPLAN_${name}_12.md`));
    await replaceText(document, '1.2', '1.2 (mine)');
    await document.save();
    assert.deepEqual(await undoLastBatch(), {
      removed: [`SUBPLAN_${name}_11.md`],
      kept: [`SUBPLAN_${name}_12.md`],
      failed: [],
    });
    assert.equal(await exists(plan.at(`subplans/SUBPLAN_${name}_11.md`)), false);
    assert.match(await readText(plan.at(`subplans/SUBPLAN_${name}_12.md`)), /1\.2 \(mine\)/);
    assert.equal((await undoLastBatch())?.removed.includes(`SUBPLAN_${name}_11.md`) ?? false, false);
  });

  it('stops between two files when told to, and takes back what it made', async () => {
    const { create, undoLastBatch } = await api();
    const ui = scriptedUi({ confirm: yes, stopAfter: 2 });
    const created = await create(subplans(all), ui);
    assert.deepEqual(
      created?.map(({ id }) => id),
      ['1.1', '1.2'],
    );
    assert.deepEqual(ui.said('created'), [`Created 2 SUBPLANs of 3 for ${name}.`]);
    assert.deepEqual((await undoLastBatch())?.removed, [`SUBPLAN_${name}_11.md`, `SUBPLAN_${name}_12.md`]);
    assert.equal(await exists(plan.at('subplans')), false);
  });

  it('never touches what is not committed, nor the state of git', async () => {
    const { create, undoLastBatch } = await api();
    const git = (...args: readonly string[]): string =>
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], {
        cwd: file(plan.at('.')).fsPath,
        encoding: 'utf8',
      });
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'Begin');
    await writeText(plan.at('staged.md'), 'staged');
    git('add', 'staged.md');
    await writeText(plan.at('staged.md'), 'and changed again');
    await writeText(plan.at('subplans/notes.md'), 'not tracked');
    const before = git('status', '--porcelain', '-uall');
    await create(subplans(all), scriptedUi({ confirm: yes }));
    assert.match(git('status', '--porcelain', '-uall'), /SUBPLAN_\w+_21\.md/);
    assert.equal((await undoLastBatch())?.removed.length, 3);
    assert.equal(git('status', '--porcelain', '-uall'), before);
    assert.equal(await readText(plan.at('staged.md')), 'and changed again');
    assert.equal(git('show', ':staged.md'), 'staged');
  });

  it('keeps a file with unsaved changes', async () => {
    const { create, undoLastBatch } = await api();
    await create(subplans(next), scriptedUi({ confirm: yes }));
    const { document } = await open(plan.at(`subplans/SUBPLAN_${name}_11.md`));
    await replaceText(document, '1.1', '1.1 (not saved)');
    assert.deepEqual((await undoLastBatch())?.kept, [`SUBPLAN_${name}_11.md`]);
    assert.ok(document.isDirty);
  });

  it('leaves a file alone that appears between the question and the answer', async () => {
    const other = 'not known to the plan as anything';
    const ui = scriptedUi({
      confirm: async () => {
        await writeText(plan.at(`subplans/SUBPLAN_${name}_11.md`), other);
        return true;
      },
      retry: async () => false,
    });
    const created = await (await api()).create(subplans(next), ui);
    assert.deepEqual(
      created?.map(({ id }) => id),
      ['1.2'],
    );
    assert.match(ui.said('retry')[0] ?? '', new RegExp(`SUBPLAN_${name}_11\\.md: .*exists`));
    assert.equal(await readText(plan.at(`subplans/SUBPLAN_${name}_11.md`)), other);
  });

  it('says why a folder refuses its files, and tries again when told to', async () => {
    await writeText(plan.at('subplans'), 'a file where the folder should be');
    const ui = scriptedUi({
      confirm: yes,
      retry: async () => {
        if (ui.said('retry').length > 1) return false;
        await vscode.workspace.fs.delete(file(plan.at('subplans')));
        return true;
      },
    });
    const created = await (await api()).create(subplans(next), ui);
    assert.match(
      ui.said('retry')[0] ?? '',
      /^2 SUBPLANs could not be created\.\nSUBPLAN_\w+_11\.md: .*is a file, not a folder/,
    );
    assert.deepEqual(
      created?.map(({ id }) => id),
      ['1.1', '1.2'],
    );
    assert.ok(await exists(plan.at(`subplans/SUBPLAN_${name}_11.md`)));
  });

  it('creates the files an EXECUTION needs with content a reader knows again', async () => {
    const { create, snapshot } = await api();
    await create(subplans(all), scriptedUi({ confirm: yes }));
    const statuses = (await snapshot()).planOf(plan.uri)?.achievements.map(({ id, status }) => [id, status]);
    assert.deepEqual(statuses, [
      ['1.1', 'subplan_created'],
      ['1.2', 'subplan_created'],
      ['2.1', 'subplan_created'],
    ]);
  });
});

describe('creating documents for ids that share their digits', () => {
  afterEach(() => removePlan('DIGITS'));

  it('keeps 1.11 and 11.1 apart', async () => {
    const plan = await scratchPlan('DIGITS', { '1.11': [], '11.1': [] });
    const { create, snapshot } = await api();
    const created = await create(
      { plan: plan.uri, kind: 'subplan', selection: all },
      scriptedUi({ confirm: yes }),
    );
    assert.deepEqual(
      created?.map(({ name }) => name),
      ['SUBPLAN_DIGITS_1-11.md', 'SUBPLAN_DIGITS_11-1.md'],
    );
    const owners = (await snapshot()).planOf(plan.uri)?.achievements.map(({ id, subplan }) => [id, subplan]);
    assert.deepEqual(owners, [
      ['1.11', file(plan.at('subplans/SUBPLAN_DIGITS_1-11.md')).toString()],
      ['11.1', file(plan.at('subplans/SUBPLAN_DIGITS_11-1.md')).toString()],
    ]);
  });
});

describe('creating documents through a link', () => {
  afterEach(() => removePlan('LINKED'));

  it('writes nothing outside the workspace', async () => {
    const { mkdtemp, readdir, rm, symlink } = await import('node:fs/promises');
    const { tmpdir } = await import('node:os');
    const { join } = await import('node:path');
    const outside = await mkdtemp(join(tmpdir(), 'parallel-plans-outside-'));
    try {
      const plan = await scratchPlan('LINKED', { '1.1': [] });
      await symlink(outside, file(plan.at('subplans')).fsPath);
      const ui = scriptedUi({ confirm: yes, retry: async () => false });
      const created = await (await api()).create({ plan: plan.uri, kind: 'subplan', selection: all }, ui);
      assert.deepEqual(created, []);
      assert.match(ui.said('retry')[0] ?? '', /outside the workspace/);
      assert.deepEqual(await readdir(outside), []);
    } finally {
      await rm(outside, { recursive: true });
    }
  });
});
