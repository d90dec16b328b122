import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { TreeNode } from '../../src/extension/tree/nodes';
import { api, itemOf, planNamed, planRows, rowsOf } from './api';
import { removePlan, scratchPlan } from './scratchPlan';
import { closeEditors, file, open, replaceText, until, writeText } from './support';

const nodesBelow = async (node?: TreeNode): Promise<readonly TreeNode[]> => {
  const { tree } = await api();
  const children = await tree.getChildren(node);
  return [...children, ...(await Promise.all(children.map(nodesBelow))).flat()];
};

/** Everything the tree shows of a plan, as one text to look for words in. */
const treeText = async (plan: string): Promise<string> => JSON.stringify(await rowsOf(plan));

describe('the tree of plans', () => {
  afterEach(closeEditors);

  it('shows levels, achievements with status and readiness, and their files', async () => {
    await planNamed('ALPHA');
    assert.deepEqual(await rowsOf('ALPHA'), [
      [
        'Level 0',
        '1/1',
        [
          '1.1 Read the catalogue',
          'complete',
          ['SUBPLAN', 'SUBPLAN_ALPHA_11.md'],
          ['EXECUTION', 'EXECUTION_TASK_ALPHA_11_01.md'],
          ['APPROVED', 'APPROVED_11.md'],
        ],
      ],
      [
        'Level 1',
        '0/2 · 5-6 h left',
        ['1.2 Index the records', 'ready · SUBPLAN created', ['SUBPLAN', 'SUBPLAN_ALPHA_12.md']],
        ['1.3 Keep the catalogue up to date', 'ready · not started'],
      ],
      ['Level 2', '0/1 · 4-6 h left', ['2.1 Show the search page', 'blocked by 1.2, 1.3 · not started']],
    ]);
  });

  it('tells the time of a level in its tooltip, in parallel too', async () => {
    await planNamed('ALPHA');
    const { tree } = await api();
    const node = (await nodesBelow()).find(
      (each) => each.kind === 'group' && each.plan.name === 'ALPHA' && each.label === 'Level 1',
    );
    assert.ok(node);
    const { tooltip } = tree.resolveTreeItem(await itemOf(node), node);
    assert.ok(tooltip instanceof vscode.MarkdownString);
    assert.match(tooltip.value, /^\*\*Level 1\*\*\n\n5-6 h left, \S+ h in parallel \(\d+ % saved\)$/);
  });

  it('says the progress of the plan and how much is ready', async () => {
    const plan = (await planRows()).find((node) => node.plan.name === 'ALPHA');
    assert.ok(plan);
    const { description, accessibilityInformation } = await itemOf(plan);
    assert.equal(description, '1/4 · 2 ready · 9-12 h left');
    assert.equal(accessibilityInformation?.label, 'ALPHA, 1/4 complete, 2 ready, 9-12 h left');
  });

  it('shows plans that are over last, hides them when told to, and shows them again', async () => {
    const { uri } = await scratchPlan('ATTIC', { 1.1: [] });
    const path = 'ATTIC/PLAN_ATTIC.md';
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(file(path)));
    await writeText(path, text.replace('\n\n', '\n\n**Status**: Superseded\n\n'));
    const { tree, snapshot } = await api();
    await until(async () => (await snapshot()).planOf(uri)?.state === 'superseded', 'the new state');
    const names = async () => (await planRows()).map(({ plan }) => plan.name);
    try {
      assert.equal((await names()).at(-1), 'ATTIC');
      const row = (await tree.getChildren()).at(-1);
      assert.ok(row);
      assert.equal((await itemOf(row)).description, 'superseded · 0/1');
      await vscode.commands.executeCommand('parallelPlans.hideFinishedPlans');
      assert.ok(!(await names()).includes('ATTIC'));
      await vscode.commands.executeCommand('parallelPlans.showFinishedPlans');
      assert.ok((await names()).includes('ATTIC'));
    } finally {
      await vscode.commands.executeCommand('parallelPlans.showFinishedPlans');
      await removePlan('ATTIC');
    }
  });

  it('groups plans by folder or state as the setting says, and still finds what lies below', async () => {
    const { tree } = await api();
    const plan = await planNamed('ALPHA');
    const setting = (value: string | undefined) =>
      vscode.workspace
        .getConfiguration('parallelPlans')
        .update('tree.groupBy', value, vscode.ConfigurationTarget.Workspace);
    const sections = async () =>
      (await tree.getChildren()).flatMap((node) => (node.kind === 'section' ? [node.label] : []));
    try {
      await setting('state');
      await until(async () => (await sections()).includes('Active'), 'the states');
      const row = tree.model?.achievementNode(plan.uri, '1.3');
      assert.equal(row?.parent?.parent, tree.model?.planNode(plan.uri));
      assert.equal(row?.parent?.parent?.parent?.kind, 'section');
      await setting('folder');
      await until(async () => (await sections()).includes('./'), 'the folders');
    } finally {
      await setting(undefined);
    }
    await until(async () => (await planRows()).length > 0, 'the plans in one list');
  });

  it('gives every node an id of its own, a parent, and the achievement words to hear', async () => {
    const { tree } = await api();
    const nodes = await nodesBelow();
    assert.equal(new Set(nodes.map(({ id }) => id)).size, nodes.length);
    for (const node of nodes) {
      const parent = tree.getParent(node);
      const siblings = await tree.getChildren(parent);
      assert.ok(siblings.includes(node), node.id);
    }
    const blocked = nodes.find((node) => node.kind === 'achievement' && node.achievement.id === '2.1');
    assert.ok(blocked);
    assert.equal(
      (await itemOf(blocked)).accessibilityInformation?.label,
      '2.1 Show the search page, blocked by 1.2, 1.3, not started',
    );
  });

  it('opens the definition in the PLAN', async () => {
    const plan = await planNamed('ALPHA');
    await vscode.commands.executeCommand('parallelPlans.openAchievement', plan.uri, '1.3');
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.toString(), plan.uri);
    assert.match(editor?.document.getText(editor.selection) ?? '', /^\*\*Achievement 1\.3\*\*: Keep/);
  });

  it('opens the graph of a plan', async () => {
    const plan = await planNamed('ALPHA');
    await vscode.commands.executeCommand('parallelPlans.showGraph', plan.uri);
    const labels = () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
    await until(
      () => labels().some((label) => label.includes('ALPHA') && !label.endsWith('.md')),
      'the graph',
    );
  });

  it('follows an unsaved buffer', async () => {
    await planNamed('ALPHA');
    const editor = await open('ALPHA/PLAN_ALPHA.md');
    await replaceText(editor.document, 'Show the search page', 'Show another page');
    await until(async () => (await treeText('ALPHA')).includes('Show another page'), 'the new title');
    await closeEditors();
    await until(async () => (await treeText('ALPHA')).includes('Show the search page'), 'the old title');
  });

  it('shows a plan once, whatever else the editor shows of it', async () => {
    await planNamed('ALPHA');
    const text = (await vscode.workspace.openTextDocument(file('ALPHA/PLAN_ALPHA.md'))).getText();
    const old = vscode.workspace.registerTextDocumentContentProvider('parallel-plans-test', {
      provideTextDocumentContent: () => `${text}\n**Achievement 9.9**: Of long ago\n`,
    });
    try {
      await vscode.workspace.openTextDocument(
        file('ALPHA/PLAN_ALPHA.md').with({ scheme: 'parallel-plans-test' }),
      );
      // news travels in order: once this edit shows, the other document would have shown too
      const editor = await open('ALPHA/PLAN_ALPHA.md');
      await replaceText(editor.document, 'Show the search page', 'Show it once');
      await until(async () => (await treeText('ALPHA')).includes('Show it once'), 'the new title');
      const { plans } = await (await api()).snapshot();
      assert.equal(plans.filter(({ name }) => name === 'ALPHA').length, 1);
      assert.doesNotMatch(await treeText('ALPHA'), /Of long ago/);
    } finally {
      old.dispose();
    }
  });

  it('follows a file that comes and goes on disk', async () => {
    await planNamed('ALPHA');
    await writeText('ALPHA/subplans/SUBPLAN_ALPHA_13.md', '# SUBPLAN\n\n**Achievement**: 1.3\n');
    await until(async () => (await treeText('ALPHA')).includes('SUBPLAN_ALPHA_13'), 'the file');
    await vscode.workspace.fs.delete(file('ALPHA/subplans/SUBPLAN_ALPHA_13.md'));
    await until(async () => !(await treeText('ALPHA')).includes('SUBPLAN_ALPHA_13'), 'its end');
  });

  it('follows a folder that is moved in and out as a whole', async () => {
    const outside = await mkdtemp(join(tmpdir(), 'parallel-plans-moved-'));
    try {
      await mkdir(join(outside, 'MOVED/subplans'), { recursive: true });
      await writeFile(
        join(outside, 'MOVED/PLAN_MOVED.md'),
        '# PLAN: MOVED\n\n## Desirable Achievements\n\n**Achievement 1.1**: Do it\n',
      );
      await writeFile(join(outside, 'MOVED/subplans/SUBPLAN_MOVED_11.md'), '**Achievement**: 1.1\n');
      await rename(join(outside, 'MOVED'), file('MOVED').fsPath);
      await planNamed('MOVED');
      await until(async () => (await treeText('MOVED')).includes('SUBPLAN_MOVED_11'), 'its SUBPLAN');
      await rename(file('MOVED').fsPath, join(outside, 'GONE'));
      await until(
        async () => (await (await api()).snapshot()).plans.every(({ name }) => name !== 'MOVED'),
        'its end',
      );
    } finally {
      await rm(outside, { recursive: true });
    }
  });

  it('puts cycles under a group that says the path', async () => {
    await scratchPlan('ROUND', { '1.1': ['1.2'], '1.2': ['1.1'], '1.3': ['1.1'], '1.4': [] });
    const rows = await rowsOf('ROUND');
    await removePlan('ROUND');
    assert.deepEqual(
      rows.map(([label, description]) => [label, description]),
      [
        ['Level 0', '0/1 · 2 h left'],
        ['In a cycle', '0/2 · 1.1 → 1.2 → 1.1'],
        ['Behind a cycle', '0/1 · 2 h left'],
      ],
    );
  });

  it('goes by priority, and says so, where no dependencies are stated', async () => {
    await writeText(
      'LOOSE/PLAN_LOOSE.md',
      '# PLAN: LOOSE\n\n## Desirable Achievements\n\n### Priority 1: A\n\n**Achievement 1.1**: Do it\n\n### Priority 2: B\n\n**Achievement 2.1**: Do that\n',
    );
    await planNamed('LOOSE');
    const rows = await rowsOf('LOOSE');
    await removePlan('LOOSE');
    assert.deepEqual(rows, [
      ['No dependencies stated', ''],
      ['Priority 1', '0/1', ['1.1 Do it', 'not started']],
      ['Priority 2', '0/1', ['2.1 Do that', 'not started']],
    ]);
  });

  it('shows hostile titles as text', async () => {
    await writeText(
      'EVIL/PLAN_EVIL.md',
      '# PLAN: EVIL\n\n## Desirable Achievements\n\n### Priority 1: A\n\n**Achievement 1.1**: \u001b[31m$(bug) [x](command:workbench.action.quit) <img src=x onerror=alert(1)>\n',
    );
    await planNamed('EVIL');
    const { tree } = await api();
    const node = (await nodesBelow()).find(
      (each) => each.kind === 'achievement' && each.plan.name === 'EVIL',
    );
    assert.ok(node);
    const item = tree.resolveTreeItem(await itemOf(node), node);
    await removePlan('EVIL');
    assert.doesNotMatch(String(item.label), /\p{Cc}/u);
    assert.ok(item.tooltip instanceof vscode.MarkdownString);
    assert.equal(item.tooltip.isTrusted, false);
    assert.equal(item.tooltip.supportHtml, false);
    assert.doesNotMatch(item.tooltip.value, /<img|(?<!\\)\]\(command/);
  });
});
