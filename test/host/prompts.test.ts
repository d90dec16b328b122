import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { AnswerUi } from '../../src/extension/api';
import { api } from './api';
import { removePlan, type ScratchPlan, scratchPlan } from './scratchPlan';
import { closeEditors, exists, file, open, readText, replaceText, until, writeText } from './support';

/** An answer that makes 2.1 depend on 1.2 instead of 1.1. */
const answerFor = (name: string, needs: readonly string[] = ['1.2']): string =>
  `Here you are:\n\n\`\`\`json\n${JSON.stringify({
    plan_name: name,
    parallelization_level: 'level_3',
    achievements: [
      { achievement_id: '1.1', title: 'Do 1.1', dependencies: [] },
      { achievement_id: '1.2', title: 'Do 1.2', dependencies: [] },
      { achievement_id: '2.1', title: 'Do 2.1', dependencies: needs },
    ],
  })}\n\`\`\`\n`;

describe('prompts and answers', () => {
  let plan: ScratchPlan;
  let name: string;
  let count = 0;
  const path = (): string => plan.at('parallel.json');
  const dependenciesOf = (text: string): unknown =>
    JSON.parse(text).achievements.map((each: { dependencies: unknown }) => each.dependencies);
  const yes: AnswerUi = {
    confirm: async () => true,
    showProblems: async ({ problems }) => assert.fail(problems[0]?.message),
    inform: (message) => assert.fail(message),
  };

  beforeEach(async () => {
    name = `PROMPT${'ABCDEFGHIJKLMNOP'[count++]}`;
    plan = await scratchPlan(name, { '1.1': [], '1.2': [], '2.1': ['1.1'] });
    await vscode.env.clipboard.writeText('');
  });
  afterEach(async () => {
    await closeEditors();
    await removePlan(name);
  });

  it('copies the prompt for what comes next, with paths of the workspace', async () => {
    await vscode.commands.executeCommand('parallelPlans.copyNextPrompt', plan.uri, '1.1');
    const text = await vscode.env.clipboard.readText();
    assert.match(text, /^# Write the SUBPLAN of achievement 1\.1\n/);
    assert.ok(text.includes(`Create \`${name}/subplans/SUBPLAN_${name}_11.md\``), text);
  });

  it('keeps within the tokens of the settings', async () => {
    const settings = vscode.workspace.getConfiguration('parallelPlans');
    await settings.update('prompt.tokenBudget', 700, vscode.ConfigurationTarget.Workspace);
    try {
      await vscode.commands.executeCommand('parallelPlans.copyNextPrompt', plan.uri, '1.1');
    } finally {
      await settings.update('prompt.tokenBudget', undefined, vscode.ConfigurationTarget.Workspace);
    }
    const text = await vscode.env.clipboard.readText();
    assert.match(text, /## Left out\n\nFor 700 tokens/);
  });

  it('saves a valid answer after a look at it, and undo brings back what was', async () => {
    const before = await readText(path());
    const { saveAnswer } = await api();
    const seen: string[] = [];
    const ui: AnswerUi = {
      ...yes,
      confirm: async (answer) => {
        seen.push(answer.before ?? 'nothing', answer.after);
        return true;
      },
    };
    assert.equal(await saveAnswer(plan.uri, answerFor(name), ui), true);
    const after = await readText(path());
    assert.deepEqual(seen, [before, after]);
    assert.deepEqual(dependenciesOf(after), [[], [], ['1.2']]);
    assert.equal(
      JSON.parse(after).achievements[0].status,
      'not_started',
      'what the answer does not say stays',
    );
    await open(path());
    await vscode.commands.executeCommand('undo');
    const document = vscode.window.activeTextEditor?.document;
    assert.equal(document?.getText(), before);
    await document?.save();
  });

  it('saves nothing when the person turns away, and merges into unsaved text without saving that', async () => {
    const before = await readText(path());
    const { saveAnswer } = await api();
    assert.equal(await saveAnswer(plan.uri, answerFor(name), { ...yes, confirm: async () => false }), false);
    const { document } = await open(path());
    await replaceText(document, '"parallelization_level"', '"mine": true,\n  "parallelization_level"');
    const engine = await (await api()).engine();
    await until(
      async () => (await engine.read(document.uri.toString()))?.includes('"mine"'),
      'the unsaved text',
    );
    assert.equal(await saveAnswer(plan.uri, answerFor(name), yes), true);
    assert.deepEqual([JSON.parse(document.getText()).mine, document.isDirty], [true, true]);
    assert.deepEqual(dependenciesOf(document.getText()), [[], [], ['1.2']]);
    assert.equal(await readText(path()), before);
    await document.save();
  });

  it('refuses what would overwrite a change that was made meanwhile', async () => {
    const { saveAnswer } = await api();
    const ui: AnswerUi = {
      ...yes,
      confirm: async () => {
        await writeText(path(), (await readText(path())).replace('level_2', 'level_1'));
        return true;
      },
    };
    await assert.rejects(
      saveAnswer(plan.uri, answerFor(name), ui),
      /was not changed: somebody changed it meanwhile/,
    );
    assert.match(await readText(path()), /level_1/);
  });

  it('makes a new file where there is none', async () => {
    await vscode.workspace.fs.delete(file(path()));
    const { saveAnswer, snapshot } = await api();
    await until(async () => !(await snapshot()).planOf(plan.uri)?.parallel, 'the end of parallel.json');
    assert.equal(await saveAnswer(plan.uri, answerFor(name), yes), true);
    await until(() => exists(path()), 'the new file');
    assert.deepEqual(dependenciesOf(await readText(path())), [[], [], ['1.2']]);
  });

  it('shows an answer from the clipboard with its errors at their places, and saves nothing', async () => {
    const before = await readText(path());
    await vscode.env.clipboard.writeText(answerFor(name, ['9.9']));
    await vscode.commands.executeCommand('parallelPlans.saveParallel', plan.uri);
    const shown = await until(() => vscode.window.activeTextEditor?.document, 'the answer');
    assert.deepEqual([shown.isUntitled, shown.languageId], [true, 'json']);
    const own = (): readonly vscode.Diagnostic[] =>
      vscode.languages.getDiagnostics(shown.uri).filter(({ source }) => source === 'Parallel Plans');
    const [problem, ...others] = await until(() => own().length > 0 && own(), 'its problems');
    assert.deepEqual([shown.getText(problem?.range), others.length], ['"9.9"', 0]);
    assert.equal(await readText(path()), before);
  });

  it('compares an answer from the clipboard with the file before it is saved', async () => {
    await vscode.env.clipboard.writeText(answerFor(name));
    let isOver = false;
    const saving = vscode.commands.executeCommand('parallelPlans.saveParallel', plan.uri);
    saving.then(() => {
      isOver = true;
    });
    const input = await until(() => {
      const shown = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
      return shown instanceof vscode.TabInputTextDiff && shown;
    }, 'the comparison');
    assert.equal(input.original.toString(), file(path()).toString());
    const answered = await vscode.workspace.openTextDocument(input.modified);
    assert.deepEqual(dependenciesOf(answered.getText()), [[], [], ['1.2']]);
    // the question comes a moment after the comparison
    await until(async () => {
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      return isOver;
    }, 'the end of the question');
    assert.deepEqual(dependenciesOf(await readText(path())), [[], [], ['1.1']]);
  });
});
