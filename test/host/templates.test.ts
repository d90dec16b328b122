import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { api } from './api';
import { removePlan, type ScratchPlan, scratchPlan } from './scratchPlan';
import { scriptedUi } from './scriptedUi';
import { closeEditors, exists, file, open, readText, until, writeText } from './support';

const TEMPLATE = '.parallel-plans/templates/SUBPLAN.md';
const yes = async () => true;
const all = { by: 'all' } as const;

describe('templates and places to fill in', () => {
  let plan: ScratchPlan;
  let name: string;
  let count = 0;

  beforeEach(async () => {
    name = `DELTA${'ABCDEFGHIJ'[count++]}`;
    plan = await scratchPlan(name, { '1.1': [] });
  });
  afterEach(async () => {
    await closeEditors();
    await removePlan(name);
    if (await exists('.parallel-plans')) {
      await vscode.workspace.fs.delete(file('.parallel-plans'), { recursive: true });
    }
  });

  it('writes the built-in templates once, and makes documents from what became of them', async () => {
    await vscode.commands.executeCommand('parallelPlans.createTemplates');
    assert.equal(vscode.window.activeTextEditor?.document.uri.path.endsWith(TEMPLATE), true);
    assert.match(await readText('.parallel-plans/templates/EXECUTION_TASK.md'), /\{\{goal\}\}/);
    const mine = '# Mine: {{title}}\n\n**Achievement**: {{id}}\n';
    await writeText(TEMPLATE, mine);
    await vscode.commands.executeCommand('parallelPlans.createTemplates');
    assert.equal(await readText(TEMPLATE), mine);
    const { create } = await api();
    await create({ plan: plan.uri, kind: 'subplan', selection: all }, scriptedUi({ confirm: yes }));
    assert.equal(
      await readText(plan.at(`subplans/SUBPLAN_${name}_11.md`)),
      '# Mine: Do 1.1\n\n**Achievement**: 1.1\n',
    );
  });

  it('takes the templates of the folder in the settings, and of none outside', async () => {
    const settings = vscode.workspace.getConfiguration('parallelPlans');
    const set = (folder: string | undefined) =>
      settings.update('templates.folder', folder, vscode.ConfigurationTarget.Workspace);
    const { create } = await api();
    const attempt = () =>
      create({ plan: plan.uri, kind: 'subplan', selection: all }, scriptedUi({ confirm: yes }));
    try {
      await writeText(plan.at('SUBPLAN.md'), '# {{titel}}');
      await set(`./${name}`);
      await assert.rejects(
        attempt,
        /SUBPLAN\.md:1:3: unknown variable \{\{titel\}\}; did you mean \{\{title\}\}/,
      );
      await set('../elsewhere');
      await assert.rejects(attempt, /must name a folder inside the workspace folder/);
      assert.equal(await exists(plan.at('subplans')), false);
    } finally {
      await set(undefined);
    }
  });

  it('creates the next execution of an achievement', async () => {
    await writeText(plan.at(`subplans/SUBPLAN_${name}_11.md`), '# SUBPLAN\n\n**Achievement**: 1.1\n');
    await writeText(plan.at(`execution/EXECUTION_TASK_${name}_11_01.md`), '# E\n\n**Achievement**: 1.1\n');
    const { create, snapshot } = await api();
    await until(
      async () => (await snapshot()).planOf(plan.uri)?.byId.get('1.1')?.executions.length === 1,
      'the execution',
    );
    const selection = { by: 'achievements', ids: ['1.1'] } as const;
    const created = await create(
      { plan: plan.uri, kind: 'execution', selection, another: true },
      scriptedUi({ confirm: yes }),
    );
    assert.deepEqual(
      created?.map((each) => each.name),
      [`EXECUTION_TASK_${name}_11_02.md`],
    );
  });

  it('goes from one place to fill in to the next, and from the last to the first', async () => {
    const path = plan.at(`subplans/SUBPLAN_${name}_11.md`);
    await writeText(path, '# S\n\n**Achievement**: 1.1\n\n<!-- fill: a -->\n\ntext\n\n<!-- fill: b -->\n');
    const editor = await open(path);
    const next = async () => {
      await vscode.commands.executeCommand('parallelPlans.nextPlaceholder');
      return editor.document.getText(editor.selection);
    };
    assert.deepEqual(
      [await next(), await next(), await next()],
      ['<!-- fill: a -->', '<!-- fill: b -->', '<!-- fill: a -->'],
    );
  });
});
