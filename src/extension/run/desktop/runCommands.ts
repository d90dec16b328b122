import { existsSync } from 'node:fs';
import { commands as editor, Uri, window, workspace } from 'vscode';
import { isActive } from '../../../engine/run/itemState';
import { printable } from '../../../engine/words/printable';
import { counted } from '../../../shared/counted';
import { NothingToDo, UserError } from '../../../shared/userError';
import { withoutIcons } from '../../withoutIcons';
import type { RunNode } from '../runNodes';
import type { LoadedRuns } from '../runPlatform';
import type { ItemNow, Run } from '../runs';
import { showItemChanges } from './itemChanges';
import { mergeRun } from './mergeRun';
import { runWords } from './runLooks';
import type { RunsModel } from './runsModel';
import { type RunTag, tagsOfRun } from './runTags';
import { Declined, type Steering } from './steering';

type RunCommands = LoadedRuns['commands'];

/** What can be done with runs and their items. */
export const createRunCommands = (model: RunsModel, steering: Steering): RunCommands => {
  const runOf = ({ record, run }: RunNode): Run => {
    const found = model.all.find((each) => each.record === record);
    if (!found) throw new UserError(`There is no run ${run} any more.`);
    return found;
  };

  /** The run of a row, else the only one that it may be done with, else the one picked. */
  const runFor = async (node: RunNode | undefined, tag: RunTag): Promise<Run | undefined> => {
    if (node) return runOf(node);
    await model.refresh();
    const fitting = model.all.filter((run) => tagsOfRun(run).includes(tag));
    if (fitting.length === 0) throw new NothingToDo('There is no run to do this with.');
    if (fitting.length === 1) return fitting[0];
    const rows = fitting.map((run) => ({ label: withoutIcons(run.name), description: runWords(run), run }));
    return (await window.showQuickPick(rows, { title: 'Run' }))?.run;
  };

  const itemFor = (node: RunNode | undefined): { readonly run: Run; readonly item: ItemNow } => {
    const run = node && runOf(node);
    const item = node && 'item' in node ? run?.itemOf(node.item) : undefined;
    if (!run || !item) throw new UserError('Choose an item of a run in the Runs view.');
    return { run, item };
  };

  /** A message may be older than what was done about it. */
  const waitingFor = (node: RunNode | undefined): ReturnType<typeof itemFor> => {
    const found = itemFor(node);
    if (found.item.state !== 'waiting') {
      throw new NothingToDo(`${found.item.id} no longer waits for a review.`);
    }
    return found;
  };

  const reviewer = (): string => workspace.getConfiguration('parallelPlans').get('review.reviewer', '');

  const commands: RunCommands = {
    stopRun: async (node) => {
      const run = await runFor(node, 'mayStop');
      if (run && (await mayStop(run, undefined))) await steering.stop(run);
    },
    stopRunItem: async (node) => {
      const { run, item } = itemFor(node);
      if (await mayStop(run, item.id)) await steering.stop(run, item.id);
    },
    retryRun: async (node) => {
      const run = await runFor(node, 'mayRetry');
      if (run) await steering.retry(run);
    },
    retryRunItem: async (node) => {
      const { run, item } = itemFor(node);
      await steering.retry(run, item.id);
    },
    resumeRun: async (node) => {
      const run = await runFor(node, 'mayResume');
      if (run) await steering.resume(run);
    },
    approveRun: async (node) => {
      const { run, item } = waitingFor(node);
      if (await mayApprove(run, item)) {
        await steering.review(run, item.id, { kind: 'approve', reviewer: reviewer() });
      }
    },
    fixRun: async (node) => {
      const { run, item } = waitingFor(node);
      const reason = await askReason(item);
      if (reason === undefined) return;
      await steering.review(run, item.id, { kind: 'fix', reason, reviewer: reviewer() });
    },
    mergeRun: async (node) => {
      const run = await runFor(node, 'mayMerge');
      if (!run) return;
      await mergeRun(run);
      await model.refresh();
    },
    showRunDiff: async (node) => {
      const { run, item } = itemFor(node);
      await showItemChanges(run, item);
    },
    openRunWorktree: async (node) => {
      const { item } = itemFor(node);
      const { worktree } = item.record;
      if (worktree === undefined || !existsSync(worktree)) {
        throw new NothingToDo(`${item.id} has no worktree. It is removed when the work has landed.`);
      }
      await editor.executeCommand('vscode.openFolder', Uri.file(worktree), { forceNewWindow: true });
    },
  };
  return Object.fromEntries(
    Object.entries(commands).map(([name, command]) => [name, unlessDeclined(command)]),
  ) as RunCommands;
};

const unlessDeclined =
  (command: RunCommands[keyof RunCommands]): RunCommands[keyof RunCommands] =>
  async (node) => {
    try {
      await command(node);
    } catch (error) {
      if (!(error instanceof Declined)) throw error;
    }
  };

const mayStop = async (run: Run, item: string | undefined): Promise<boolean> => {
  const yes = 'Stop';
  const working = run.items.filter(({ state }) => isActive(state)).length;
  const answer = await window.showWarningMessage(
    `Stop ${printable(item === undefined ? run.name : `${item} (${run.name})`)}?`,
    {
      modal: true,
      detail:
        item === undefined
          ? `It ends ${counted(working, 'executor')} and everything they started. You can resume the run later.`
          : 'It ends with everything it started. The others continue, and you can retry it later.',
    },
    yes,
  );
  return answer === yes;
};

const mayApprove = async (run: Run, { id, title }: ItemNow): Promise<boolean> => {
  const yes = 'Approve';
  const answer = await window.showInformationMessage(
    `Approve ${printable(`${id} ${title}`)}?`,
    { modal: true, detail: `It lands on ${printable(run.head.branch)}.` },
    yes,
  );
  return answer === yes;
};

const askReason = async ({ id, title }: ItemNow): Promise<string | undefined> =>
  window.showInputBox({
    title: `What is wrong with ${withoutIcons(`${id} ${title}`)}?`,
    placeHolder: 'The next attempt gets it as its task',
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === '' ? 'Enter a reason.' : undefined),
  });
