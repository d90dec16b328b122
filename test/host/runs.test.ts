import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import { promisify } from 'node:util';
import * as vscode from 'vscode';
import type { RunUi } from '../../src/extension/api';
import type { RunNode } from '../../src/extension/run/runNodes';
import type { Run } from '../../src/extension/run/runs';
import type { RunForm } from '../../src/extension/run/runUi';
import { api, type Row } from './api';
import { removePlan, type ScratchPlan, scratchPlan } from './scratchPlan';
import { closeEditors, exists, file, until, writeText } from './support';

const NEEDS = { '1.1': [], '1.2': [], '2.1': ['1.1', '1.2'] };

describe('runs', () => {
  let name: string;
  let plan: ScratchPlan;
  let count = 0;

  const git = (...args: readonly string[]): string =>
    execFileSync('git', [...args], { cwd: file(name).fsPath, encoding: 'utf8' }).trim();

  const makePlan = async (
    needs: Readonly<Record<string, readonly string[]>>,
    config?: Readonly<Record<string, unknown>>,
  ): Promise<void> => {
    plan = await scratchPlan(name, needs);
    if (config) await writeText(plan.at('.parallel-plans/run.json'), JSON.stringify(config));
    git('init', '--quiet', '--initial-branch=main');
    git('config', 'user.name', 'Ann');
    git('config', 'user.email', 'ann@example.com');
    git('add', '--all');
    git('commit', '--quiet', '--message=Begin');
  };

  beforeEach(() => {
    name = `RUN${'ABCDEFGHIJ'[count++]}`;
  });
  afterEach(async () => {
    const { runs } = await api();
    const mine = runs.all.filter(({ head }) => head.plan === name);
    await until(async () => {
      await (await runs.load()).refresh();
      return runs.all.filter(({ head }) => head.plan === name).every(({ life }) => life === 'over');
    }, `the end of the runs of ${name}`);
    for (const { home } of mine) assert.equal(home, file(name).fsPath);
    await closeEditors();
    if (await exists(`${name}-worktrees`)) {
      await vscode.workspace.fs.delete(file(`${name}-worktrees`), { recursive: true });
    }
    await removePlan(name);
  });

  const scripted = (form: Partial<RunForm>, answers: Partial<RunUi> = {}) => {
    const said: string[] = [];
    const ui: RunUi = {
      choose: async (choices, now) => {
        said.push(`choose ${choices.what}`);
        return { ...now, ...form };
      },
      showDryRun: async (run, text) => void said.push(`dry run of ${run}`, text),
      hideDryRun: async () => undefined,
      refuse: (refusals) => void said.push(...refusals.map((each) => `refused: ${each}`)),
      confirm: async (proposal) => {
        said.push(`confirm ${proposal.run}${proposal.isNew ? ', new' : ''}: ${proposal.commands.join('; ')}`);
        return true;
      },
      progress: (title, work) => {
        said.push(title);
        return work();
      },
      ...answers,
    };
    return { ui, said };
  };

  const runOf = async (run: string): Promise<Run> => {
    const { runs } = await api();
    return until(() => runs.all.find((each) => each.name === run), `the run ${run}`);
  };

  const untilOver = (run: string): Promise<Run> =>
    until(async () => {
      const found = await runOf(run);
      return found.life === 'over' && found.state.finished !== undefined && found;
    }, `the end of ${run}`);

  const statesOf = (run: Run): string => run.items.map(({ id, state }) => `${id} ${state}`).join(', ');

  /** The rows of a run as the Runs view has them. */
  const rowsOf = async (run: string): Promise<Row> => {
    const { tree } = await (await api()).runs.load();
    const rowOf = async (node: RunNode): Promise<Row> => {
      const item = await tree.getTreeItem(node);
      const children = (await tree.getChildren(node)) ?? [];
      return [
        String(item.label),
        String(item.description ?? ''),
        ...(await Promise.all(children.map(rowOf))),
      ];
    };
    const root = ((await tree.getChildren()) ?? []).find((node) => node.run === run);
    assert.ok(root, `there is no row of ${run}`);
    return rowOf(root);
  };

  const itemNode = (run: Run, item: string): RunNode => ({
    kind: 'item',
    id: `${run.record}/${item}`,
    record: run.record,
    run: run.name,
    item,
  });

  it('begin with a choice, a dry run and a yes, go on by themselves and land', async () => {
    await makePlan(NEEDS);
    const { ui, said } = scripted({ executor: 'demo', review: 'none' });
    const { runPlan, runs } = await api();
    const seen = new Set<string>();
    const listening = runs.onDidChange((changed) => {
      for (const run of changed) if (run.head.plan === name) seen.add(run.life);
    });
    assert.equal(await runPlan(plan.uri, { by: 'all' }, ui), `${name}-1`);
    const run = await untilOver(`${name}-1`);
    listening.dispose();
    assert.deepEqual(
      said.filter((line) => !line.includes('\n')),
      [
        'choose everything that is not done',
        `dry run of ${name}-1`,
        `confirm ${name}-1: `,
        `Starting ${name}-1`,
      ],
    );
    assert.match(said[2] ?? '', /Executor {2}Demo: writes a sentence[\s\S]*1\. 1\.1 {2}Do 1\.1/);
    assert.equal(statesOf(run), '1.1 landed, 1.2 landed, 2.1 landed');
    assert.equal(run.state.finished, 'success');
    assert.ok(seen.has('running'), [...seen].join());
    assert.equal(runs.ofPlan(plan.uri)[0], run);
    assert.match(git('show', `plan/${name}:demo/2.1.md`), /The demo executor was here for 2\.1/);
    assert.equal(git('branch', '--show-current'), 'main');
    assert.equal(git('status', '--porcelain'), '');
    const [label, description, ...items] = await rowsOf(run.name);
    assert.equal(label, `${name}-1`);
    assert.match(description, /^done · 3\/3 · \d+ s$/);
    assert.deepEqual(
      items.map(([item, , ...attempts]) => [item, attempts.length]),
      [
        ['1.1 Do 1.1', 1],
        ['1.2 Do 1.2', 1],
        ['2.1 Do 2.1', 1],
      ],
    );
    assert.match(items[2]?.[1] ?? '', /^landed · \d+ s$/);
  });

  it('say why a plan cannot be run, beside the dry run', async () => {
    await makePlan(NEEDS);
    const { ui, said } = scripted({ executor: 'demo', review: undefined });
    const { runPlan, runs } = await api();
    assert.equal(await runPlan(plan.uri, { by: 'only', ids: ['2.1'] }, ui), undefined);
    assert.deepEqual(
      said.filter((line) => !line.includes('\n')),
      [
        'choose 2.1',
        `dry run of ${name}-1`,
        'refused: 2.1 depends on 1.1, 1.2, which is not done and not part of this run.',
        'refused: Nothing would prove the work. Add "gates" to .parallel-plans/run.json, or choose a --review: person, agent or none.',
      ],
    );
    assert.deepEqual(runs.ofPlan(plan.uri), []);
  });

  it('ask once for commands of the repository, and take what settings say before run.json', async () => {
    await makePlan({ '1.1': [] }, { gates: [['test', '-e', 'never']], review: 'gates', jobs: 7 });
    const settings = vscode.workspace.getConfiguration('parallelPlans.run');
    await settings.update('gates', [['test', '-e', `PLAN_${name}.md`]], vscode.ConfigurationTarget.Workspace);
    try {
      const { runPlan } = await api();
      const no = scripted({ executor: 'demo' }, { confirm: async () => false });
      assert.equal(await runPlan(plan.uri, { by: 'all' }, no.ui), undefined);
      const { ui, said } = scripted({ executor: 'demo' });
      await runPlan(plan.uri, { by: 'all' }, ui);
      assert.ok(said.includes(`confirm ${name}-1, new: test -e PLAN_${name}.md`), said.join('\n'));
      const run = await untilOver(`${name}-1`);
      assert.deepEqual([statesOf(run), run.head.jobs], ['1.1 landed', 7]);
      git('branch', '-D', `plan/${name}`);
      const again = scripted({ executor: 'demo' });
      await runPlan(plan.uri, { by: 'all' }, again.ui);
      assert.ok(again.said.includes(`confirm ${name}-2: test -e PLAN_${name}.md`), again.said.join('\n'));
      await untilOver(`${name}-2`);
      await settings.update('gates', [['test', '-d', '.']], vscode.ConfigurationTarget.Workspace);
      git('branch', '-D', `plan/${name}`);
      let isNew: boolean | undefined;
      const changed = scripted(
        { executor: 'demo' },
        {
          confirm: async (proposal) => {
            isNew = proposal.isNew;
            return false;
          },
        },
      );
      assert.equal(await runPlan(plan.uri, { by: 'all' }, changed.ui), undefined);
      assert.equal(isNew, true, 'another command was never approved');
    } finally {
      await settings.update('gates', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('wait for a review, take it, and land; what is to be fixed is tried again', async () => {
    await makePlan({ '1.1': [] }, { attempts: 3 });
    const { ui } = scripted({ executor: 'demo', review: 'person' });
    const { runPlan, runs } = await api();
    await runPlan(plan.uri, { by: 'all' }, ui);
    const waiting = await untilOver(`${name}-1`);
    assert.deepEqual([statesOf(waiting), waiting.state.finished], ['1.1 waiting', 'waiting']);
    const { steering, tree } = await runs.load();
    const item = await tree.getTreeItem(itemNode(waiting, '1.1'));
    assert.match(item.contextValue ?? '', /\bmayReview\b/);
    await steering.review(waiting, '1.1', { kind: 'fix', reason: 'Say more.', reviewer: 'Ann' });
    const again = await until(async () => {
      const run = await untilOver(`${name}-1`);
      return run.itemOf('1.1')?.record.attempt === 2 && run.state.finished === 'waiting' && run;
    }, 'the second attempt');
    assert.match(again.attemptsOf('1.1')[0]?.error ?? '', /A review says what to fix/);
    await vscode.commands.executeCommand('parallelPlans.showRunDiff', itemNode(again, '1.1'));
    await until(
      () =>
        vscode.window.tabGroups.all.some(({ tabs }) =>
          tabs.some(({ label }) => label.includes(`1.1 of ${name}-1`)),
        ),
      'the changes',
    );
    await steering.review(again, '1.1', { kind: 'approve', reviewer: 'Ann' });
    const landed = await until(async () => {
      const run = await untilOver(`${name}-1`);
      return run.state.finished === 'success' && run;
    }, 'the landing');
    assert.equal(statesOf(landed), '1.1 landed');
    assert.match(git('show', `plan/${name}:execution/feedbacks/APPROVED_11.md`), /\*\*Reviewer\*\*: Ann/);
  });

  it('try again what failed, and are stopped with what they started', async () => {
    const agent = ['sh', '-c', 'test -e ../../../go && echo done > made.txt'];
    await makePlan(
      { '1.1': [], '2.1': ['1.1'] },
      { executor: 'mine', executors: { mine: { command: agent } }, review: 'none', attempts: 1 },
    );
    const { ui } = scripted({});
    const { runPlan, runs } = await api();
    await runPlan(plan.uri, { by: 'all' }, ui);
    const failed = await untilOver(`${name}-1`);
    assert.equal(statesOf(failed), '1.1 failed, 2.1 blocked');
    const [, , ...items] = await rowsOf(failed.name);
    assert.equal(items[1]?.[1], 'blocked by 1.1');
    await writeText('go', '');
    await vscode.commands.executeCommand('parallelPlans.retryRunItem', itemNode(failed, '1.1'));
    const tried = await until(async () => {
      const run = await untilOver(`${name}-1`);
      return run.seq > failed.seq && run.itemOf('1.1')?.state === 'landed' && run;
    }, 'the second try');
    assert.equal(tried.itemOf('1.1')?.record.attempt, 2);
    await vscode.workspace.fs.delete(file('go'));
    assert.equal(runs.ofPlan(plan.uri).length, 1);
  });

  it('end when they are stopped, and go on when somebody wants that', async () => {
    const agent = ['sh', '-c', 'while test ! -e ../../../go; do sleep 0.1; done; echo done > made.txt'];
    await makePlan(
      { '1.1': [] },
      { executor: 'mine', executors: { mine: { command: agent } }, review: 'none' },
    );
    const { ui } = scripted({});
    const { runPlan, runs } = await api();
    await runPlan(plan.uri, { by: 'all' }, ui);
    const going = await until(async () => {
      const run = await runOf(`${name}-1`);
      return run.itemOf('1.1')?.state === 'running' && run;
    }, 'the work');
    assert.equal(going.life, 'running');
    const { steering } = await runs.load();
    await steering.stop(going);
    const stopped = await untilOver(`${name}-1`);
    assert.deepEqual([statesOf(stopped), stopped.state.finished], ['1.1 cancelled', 'stopped']);
    await writeText('go', '');
    await steering.resume(stopped);
    const done = await until(async () => {
      const run = await untilOver(`${name}-1`);
      return run.state.finished === 'success' && run;
    }, 'the end');
    assert.equal(statesOf(done), '1.1 landed');
    await vscode.workspace.fs.delete(file('go'));
  });

  it('are exported for an engine, and the file is opened beside the graph', async () => {
    await makePlan(NEEDS, { executor: 'demo', review: 'none' });
    await vscode.commands.executeCommand('parallelPlans.exportRun', plan.uri, 'github');
    const editor = vscode.window.activeTextEditor;
    const path = `${name}/.github/workflows/plan-${name.toLowerCase()}.yml`;
    assert.equal(editor?.document.uri.fsPath, file(path).fsPath);
    assert.equal(editor?.viewColumn, vscode.ViewColumn.Two);
    assert.match(editor?.document.getText() ?? '', /needs: \[choose, a-1-1, a-1-2\]/);
    assert.ok(await exists(path.replace('.yml', '-item.yml')));
  });

  it('are found when somebody else begins them', async () => {
    await makePlan({ '1.1': [] });
    const extension = vscode.extensions.getExtension('parallel-plans.parallel-plans');
    const cli = vscode.Uri.joinPath(extension?.extensionUri ?? file(''), 'dist/cli.js').fsPath;
    const args = [cli, 'run', `PLAN_${name}.md`, '--executor', 'demo', '--review', 'none', '--yes'];
    await promisify(execFile)(process.execPath, args, { cwd: file(name).fsPath });
    const run = await untilOver(`${name}-1`);
    assert.equal(statesOf(run), '1.1 landed');
  });
});
