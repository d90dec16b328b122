import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { api } from './api';
import { removePlan, type ScratchPlan, scratchPlan } from './scratchPlan';
import { closeEditors, exists, file, open, readText, replaceText, until, writeText } from './support';

describe('drawing and deleting dependencies', () => {
  let plan: ScratchPlan;
  let name: string;
  let before: string;
  let count = 0;

  beforeEach(async () => {
    name = `LINKED${'ABCDEFGH'[count++]}`;
    plan = await scratchPlan(name, { '1.1': [], '1.2': ['1.1'], '2.1': [] });
    before = await readText(plan.at('parallel.json'));
  });
  afterEach(async () => {
    await closeEditors();
    await removePlan(name);
  });

  const dependsOn = (id: string, expected: readonly string[]): Promise<true> =>
    until(
      async () => {
        const found = (await (await api()).snapshot()).planOf(plan.uri)?.byId.get(id)?.dependencies ?? [];
        return found.map((each) => each.id).join() === expected.join();
      },
      `${id} to depend on ${expected.join() || 'nothing'}`,
    );

  it('writes and saves the file, and takes that back byte for byte', async () => {
    const { changeDependencies, takeBackDependencies } = await api();
    const words = await changeDependencies(plan.uri, { kind: 'add', id: '2.1', dependsOn: '1.2' });
    assert.equal(words, '2.1 now depends on 1.2. Critical path: 6 hours instead of 4 hours.');
    assert.match(await readText(plan.at('parallel.json')), /"2\.1",\s+"dependencies": \[\s*"1\.2"\s*\]/);
    await dependsOn('2.1', ['1.2']);
    const dependencies = [{ id: '1.2', dependsOn: '1.1' }];
    const removed = await changeDependencies(plan.uri, { kind: 'remove', dependencies });
    assert.match(removed, /^1\.2 no longer depends on 1\.1\./);
    await dependsOn('1.2', []);
    await takeBackDependencies(plan.uri);
    await takeBackDependencies(plan.uri);
    assert.equal(await readText(plan.at('parallel.json')), before);
    await assert.rejects(takeBackDependencies(plan.uri), /nothing to undo/);
  });

  it('leaves what a person types unsaved, and is one step of undo in the editor', async () => {
    const { changeDependencies } = await api();
    const { document } = await open(plan.at('parallel.json'));
    await replaceText(document, '"level_2"', '"level_3"');
    const typed = document.getText();
    await changeDependencies(plan.uri, { kind: 'add', id: '2.1', dependsOn: '1.1' });
    assert.equal(document.isDirty, true);
    assert.equal(await readText(plan.at('parallel.json')), before, 'nothing is saved for the person');
    await dependsOn('2.1', ['1.1']);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), typed);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('never takes back what somebody changed since', async () => {
    const { changeDependencies, takeBackDependencies } = await api();
    await changeDependencies(plan.uri, { kind: 'add', id: '2.1', dependsOn: '1.1' });
    const theirs = (await readText(plan.at('parallel.json'))).replace('"level_2"', '"level_3"');
    await writeText(plan.at('parallel.json'), theirs);
    await until(
      async () =>
        (await vscode.workspace.openTextDocument(file(plan.at('parallel.json')))).getText() === theirs,
      'the change on disk',
    );
    await assert.rejects(takeBackDependencies(plan.uri), /parallel\.json was changed since/);
    assert.equal(await readText(plan.at('parallel.json')), theirs);
  });

  it('refuses a cycle with its path, and changes nothing', async () => {
    const { changeDependencies } = await api();
    await assert.rejects(
      changeDependencies(plan.uri, { kind: 'add', id: '1.1', dependsOn: '1.2' }),
      /would close the cycle 1\.1 → 1\.2 → 1\.1/,
    );
    assert.equal(await readText(plan.at('parallel.json')), before);
  });

  it('makes a parallel.json where there is none, and takes it away again', async () => {
    const { changeDependencies, takeBackDependencies } = await api();
    await vscode.workspace.fs.delete(file(plan.at('parallel.json')));
    await until(
      async () => (await (await api()).snapshot()).planOf(plan.uri)?.dependencySource === 'none',
      'the plan without dependencies',
    );
    await changeDependencies(plan.uri, { kind: 'add', id: '2.1', dependsOn: '1.1' });
    await dependsOn('2.1', ['1.1']);
    await takeBackDependencies(plan.uri);
    assert.equal(await exists(plan.at('parallel.json')), false);
  });
});
