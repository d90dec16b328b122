import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import type { RunUi } from '../../src/extension/api';
import type { Run } from '../../src/extension/run/runs';
import type { TreeNode } from '../../src/extension/tree/nodes';
import { api, itemOf, planRows } from './api';
import { removePlan, type ScratchPlan, scratchPlan } from './scratchPlan';
import { closeEditors, file, until, writeText } from './support';

describe('a run that is watched', () => {
  let name: string;
  let plan: ScratchPlan;
  let count = 0;
  /** Outside of the workspace, as worktrees are: what happens there is no news of plans. */
  let worktrees: string;

  const git = (...args: readonly string[]): string =>
    execFileSync('git', [...args], { cwd: file(name).fsPath, encoding: 'utf8' }).trim();

  const allYes: RunUi = {
    choose: async (_, now) => ({ ...now, executor: 'demo', review: 'person' }),
    showDryRun: async () => undefined,
    hideDryRun: async () => undefined,
    refuse: (refusals) => assert.fail(refusals.join('\n')),
    confirm: async () => true,
    progress: (_, work) => work(),
  };

  const runAt = (states: string): Promise<Run> =>
    until(async () => {
      const { runs } = await api();
      const [run] = runs.ofPlan(plan.uri);
      const now = run?.items.map(({ id, state }) => `${id} ${state}`).join(', ');
      return run?.life === 'over' && now === states && run;
    }, `${states} in the run of ${name}`);

  /** The run stands still until somebody has approved 1.1. */
  const waitingRun = async (): Promise<Run> => {
    await (await api()).runPlan(plan.uri, { by: 'all' }, allYes);
    return runAt('1.1 waiting, 2.1 pending');
  };

  const approve = async (run: Run): Promise<void> => {
    const { steering } = await (await api()).runs.load();
    await steering.review(run, '1.1', { kind: 'approve', reviewer: 'Ann' });
  };

  const rowOf = async (id: string): Promise<TreeNode> => {
    const { tree } = await api();
    const root = (await planRows()).find((row) => row.plan.uri === plan.uri);
    for (const group of (await tree.getChildren(root)) ?? []) {
      for (const node of await tree.getChildren(group)) {
        if (node.kind === 'achievement' && node.achievement.id === id) return node;
      }
    }
    return assert.fail(`the tree has no ${id}`);
  };

  const tabs = (label: string): readonly vscode.Tab[] =>
    vscode.window.tabGroups.all.flatMap((group) => group.tabs).filter((tab) => tab.label.includes(label));

  beforeEach(async () => {
    name = `WATCH${'ABCDEFGHIJ'[count++]}`;
    plan = await scratchPlan(name, { '1.1': [], '2.1': ['1.1'] });
    worktrees = mkdtempSync(path.join(tmpdir(), 'parallel-plans-worktrees-'));
    await writeText(plan.at('.parallel-plans/run.json'), JSON.stringify({ worktrees }));
    git('init', '--quiet', '--initial-branch=main');
    git('config', 'user.name', 'Ann');
    git('config', 'user.email', 'ann@example.com');
    git('add', '--all');
    git('commit', '--quiet', '--message=Begin');
  });
  afterEach(async () => {
    await closeEditors();
    await removePlan(name);
    rmSync(worktrees, { recursive: true, force: true });
  });

  it('is shown by the rows of the Plans view that it is about, and by no others', async () => {
    const { tree, engine } = await api();
    const run = await waitingRun();
    const row = await rowOf('1.1');
    const item = await itemOf(row);
    assert.equal(item.description, 'waits for a person · not started');
    assert.deepEqual(item.iconPath, new vscode.ThemeIcon('eye', new vscode.ThemeColor('charts.yellow')));
    assert.match(item.contextValue ?? '', /\bhasRunLog\b/);
    assert.match(String((await itemOf(await rowOf('2.1'))).description), /^blocked by 1\.1 · /);
    const drawn: string[] = [];
    // late news of the files that this test made may draw everything, a run never
    const news: unknown[] = [];
    const reading = (await engine()).onDidChange((snapshot) => news.push(snapshot));
    const listening = tree.onDidChangeTreeData((nodes) =>
      drawn.push(nodes ? nodes.map(({ id }) => id).join(' ') : 'everything'),
    );
    await approve(run);
    await runAt('1.1 landed, 2.1 waiting');
    await until(() => drawn.some((ids) => ids.includes(`${plan.uri}#2.1`)), 'the row of 2.1');
    listening.dispose();
    reading.dispose();
    const everything = drawn.filter((ids) => ids === 'everything');
    assert.ok(everything.length <= news.length, drawn.join('\n'));
    assert.ok(drawn.length > everything.length + 1, 'each step of the run draws its rows');
    assert.match(String((await itemOf(row)).description), /^landed · /);
  });

  it('shows the log of an item once, among the editors', async () => {
    const run = await waitingRun();
    const target = { record: run.record, run: run.name, item: '1.1' };
    await vscode.commands.executeCommand('parallelPlans.openRunLog', target);
    const tab = await until(() => tabs(`1.1 · ${run.name}`)[0], 'the log');
    assert.ok(tab.input instanceof vscode.TabInputTerminal);
    // the last attempt, by its row in the tree and by its number: the same log
    await vscode.commands.executeCommand('parallelPlans.openRunLog', await rowOf('1.1'));
    await vscode.commands.executeCommand('parallelPlans.openRunLog', { ...target, attempt: 1 });
    await vscode.commands.executeCommand('parallelPlans.openRunLog', plan.uri, '1.1');
    assert.equal(tabs(`1.1 · ${run.name}`).length, 1);
    await closeEditors();
    await until(() => tabs(`1.1 · ${run.name}`).length === 0, 'the end of the log');
    await vscode.commands.executeCommand('parallelPlans.openRunLog', target);
    await until(() => tabs(`1.1 · ${run.name}`).length === 1, 'the log again');
  });

  it('has a report that keeps up with it, and a result', async () => {
    const run = await waitingRun();
    await vscode.commands.executeCommand('parallelPlans.openRunReport', {
      record: run.record,
      run: run.name,
    });
    const document = await until(() => {
      const shown = vscode.window.activeTextEditor?.document;
      return shown?.uri.path === `/${run.name} report.txt` && shown;
    }, 'the report');
    assert.match(document.getText(), new RegExp(`^Run: ${run.name} \\(waiting\\)$`, 'm'));
    assert.match(document.getText(), /^ {2}· 1\.1 {2}Do 1\.1\n {6}Status: pending \(waiting\)$/m);
    await approve(run);
    await until(() => /Status: success \(landed\)/.test(document.getText()), 'the news in the report');
    const over = await runAt('1.1 landed, 2.1 waiting');
    await until(() => document.getText().includes('Results saved to: '), 'the end of the report');
    await vscode.commands.executeCommand('parallelPlans.openRunResult', {
      record: over.record,
      run: over.name,
    });
    const result = await until(
      () =>
        vscode.window.activeTextEditor?.document.fileName.endsWith('result.json') &&
        vscode.window.activeTextEditor.document,
      'the result',
    );
    assert.equal(JSON.parse(result.getText()).run, run.name);
  });
});
