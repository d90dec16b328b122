import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { asTicked, scriptedProposal } from '../support/scriptedProposal';
import { api, planNamed } from './api';
import { removePlan } from './scratchPlan';
import { closeEditors, exists, file, open, readText, replaceText, until, writeText } from './support';

const take = () => scriptedProposal({ looks: [asTicked], confirm: 'write' });

describe('generating parallel.json', () => {
  let name: string;
  let uri: string;
  let count = 0;

  beforeEach(async () => {
    name = `THETA${'ABCDEFGH'[count++]}`;
    const definitions = [
      '**Achievement 1.1**: Lay the base\n\n- **Effort**: 2-3 hours',
      '**Achievement 1.2**: Build on it\n\n- **Dependencies**: 1.1',
      '**Achievement 2.1**: Show it\n\nBuilds on Achievement 1.2.',
    ];
    await writeText(
      `${name}/PLAN_${name}.md`,
      `# PLAN: ${name}\n\n## Desirable Achievements\n\n### Priority 1: All\n\n${definitions.join('\n\n')}\n`,
    );
    uri = (await planNamed(name)).uri;
  });
  afterEach(async () => {
    await closeEditors();
    await removePlan(name);
  });

  const dependenciesOf = async (id: string): Promise<readonly string[]> =>
    ((await (await api()).snapshot()).planOf(uri)?.byId.get(id)?.dependencies ?? []).map((each) => each.id);

  it('creates a file without problems, which undo takes back', async () => {
    const { generateParallel, undoLastBatch } = await api();
    const target = file(`${name}/parallel.json`);
    assert.equal(await generateParallel(uri, take()), target.toString());
    assert.deepEqual(await dependenciesOf('1.2'), ['1.1']);
    assert.deepEqual(await dependenciesOf('2.1'), ['1.2']);
    await open(`${name}/parallel.json`);
    await until(
      async () => (await (await api()).snapshot()).planOf(uri)?.dependencySource === 'parallel.json',
      'the dependencies',
    );
    assert.deepEqual(vscode.languages.getDiagnostics(target), []);
    assert.deepEqual(vscode.languages.getDiagnostics(vscode.Uri.parse(uri)), []);
    await closeEditors();
    assert.deepEqual((await undoLastBatch())?.removed, ['parallel.json']);
    assert.equal(await exists(`${name}/parallel.json`), false);
  });

  const mine = (id: string): string =>
    `{\n  // mine\n  "plan_name": "${id}",\n  "achievements": [\n    { "achievement_id": "1.1", "dependencies": [], "mine": true },\n    { "achievement_id": "1.2", "dependencies": [] }\n  ]\n}\n`;

  const withMine = async (): Promise<void> => {
    await writeText(`${name}/parallel.json`, mine(name));
    await until(
      async () => (await (await api()).snapshot()).planOf(uri)?.dependencySource === 'parallel.json',
      'parallel.json',
    );
  };

  it('adds to the present file by one edit, and saves it', async () => {
    await withMine();
    const { generateParallel } = await api();
    await generateParallel(uri, take());
    const text = await readText(`${name}/parallel.json`);
    assert.match(text, /\/\/ mine\n[\s\S]*"mine": true/);
    assert.deepEqual(await dependenciesOf('2.1'), ['1.2']);
    const { document } = await open(`${name}/parallel.json`);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), mine(name));
    await document.save();
  });

  it('never writes over unsaved changes', async () => {
    await withMine();
    const { document } = await open(`${name}/parallel.json`);
    await replaceText(document, '// mine', '// not saved');
    await assert.rejects((await api()).generateParallel(uri, take()), /it has unsaved changes/);
    assert.equal(await readText(`${name}/parallel.json`), mine(name));
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('never writes over a file that appeared or changed meanwhile', async () => {
    const appears = scriptedProposal({
      looks: [
        async ({ taken }) => {
          await writeText(`${name}/parallel.json`, mine(name));
          return { next: 'write', ticked: [...taken] };
        },
      ],
      confirm: 'write',
    });
    await assert.rejects((await api()).generateParallel(uri, appears), /was not written/);
    assert.equal(await readText(`${name}/parallel.json`), mine(name));
  });

  it('has no language model to offer here, and asks the one it is given', async () => {
    const { generateParallel } = await api();
    let offers: readonly boolean[] = [];
    const looking = () =>
      scriptedProposal({
        looks: [
          ({ canAskModel }) => {
            offers = [...offers, canAskModel];
            return undefined;
          },
        ],
      });
    await generateParallel(uri, looking());
    await generateParallel(uri, looking(), async () => [
      { name: 'Model A', maxTokens: 8000, ask: async () => '' },
    ]);
    assert.deepEqual(offers, [false, true]);
  });

  it('shows the review in the editor, and writes nothing when it is closed', async () => {
    const done = vscode.commands.executeCommand('parallelPlans.generateParallel', uri);
    let isDone = false;
    done.then(() => {
      isDone = true;
    });
    await until(async () => {
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      return isDone;
    }, 'the end of the review');
    assert.equal(await exists(`${name}/parallel.json`), false);
  });
});
