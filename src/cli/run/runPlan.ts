import { version } from '../../../package.json';
import { LockHeld } from '../../node/run/lock';
import { beginRun } from '../../node/run/prepare/beginRun';
import { dryRunOf, readableDryRun } from '../../node/run/prepare/dryRun';
import { type Preparation, prepareRun } from '../../node/run/prepare/preparation';
import { runFolder } from '../../node/run/record/runFolder';
import { startDetached } from '../../node/run/startDetached';
import { toJson } from '../../shared/toJson';
import { UserError } from '../../shared/userError';
import type { Terminal } from '../terminal/terminal';
import { onlyPlan } from '../workspace/onlyPlan';
import type { MakingWorkspace, OpenWorkspace } from '../workspace/workspace';
import { mayRunCommands } from './consent';
import { runHere } from './follow';
import { ALL_LANDED, CANNOT_RUN, NOT_ALL_LANDED, type RunOptions } from './options';
import { createPromptWriter } from './prompts';

/** `run`: shows what a run of a plan would do, asks, runs it. */
export const runPlan = async (
  terminal: Terminal,
  workspace: MakingWorkspace,
  open: OpenWorkspace<MakingWorkspace>,
  options: RunOptions,
): Promise<number> => {
  const plan = onlyPlan(workspace);
  const prepared = await prepareRun(plan, options);
  if (!prepared.ok) return refuse(terminal, [prepared.error.message]);
  const preparation = prepared.value;
  if (options.dryRun) return showDryRun(terminal, preparation, options);
  if (preparation.refusals.length > 0) return refuse(terminal, preparation.refusals);
  if (!(await isWanted(terminal, preparation, options))) {
    terminal.err('Nothing was run.');
    return NOT_ALL_LANDED;
  }
  const { head, settings, trust } = preparation;
  if (
    trust.isNeeded &&
    !(await mayRunCommands(terminal, { top: settings.top, ...trust, given: options.trustCommands }))
  ) {
    return CANNOT_RUN;
  }
  const created = await beginRun(preparation, version);
  if (!created.ok) {
    if (created.error instanceof LockHeld) return refuse(terminal, [`${upper(created.error.message)}.`]);
    throw created.error;
  }
  if (options.detach) return detach(terminal, preparation, options);
  for (const note of preparation.notes) terminal.err(note);
  return runHere(terminal, {
    home: settings.home,
    run: head.run,
    plan: head.plan,
    prompts: createPromptWriter(open, settings.plan),
    version,
    format: options.format,
    isNew: true,
  });
};

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const refuse = (terminal: Terminal, refusals: readonly string[]): number => {
  for (const refusal of refusals) terminal.err(`error: ${refusal}`);
  return CANNOT_RUN;
};

const showDryRun = (terminal: Terminal, preparation: Preparation, { format }: RunOptions): number => {
  const dry = dryRunOf(preparation);
  terminal.out(format === 'text' ? readableDryRun(preparation) : toJson(dry));
  return preparation.refusals.length > 0 ? CANNOT_RUN : ALL_LANDED;
};

const isWanted = async (
  terminal: Terminal,
  preparation: Preparation,
  { yes }: RunOptions,
): Promise<boolean> => {
  if (yes) return true;
  if (!terminal.interactive) {
    throw new UserError(
      'Cannot ask for confirmation, because this is not a terminal. Add --yes to run it, or --dry-run to only look.',
    );
  }
  terminal.err(readableDryRun(preparation));
  return terminal.confirm(`Run ${preparation.head.plan}?`);
};

const detach = async (
  terminal: Terminal,
  { head, settings }: Preparation,
  { format }: RunOptions,
): Promise<number> => {
  const { pid } = await startDetached(runFolder(settings.home, head.run), settings.home);
  if (format === 'text') {
    terminal.out(
      `Run ${head.run} continues in the background. Follow it with \`parallel-plans attach ${head.run}\`.`,
    );
  } else {
    const answer = { run: head.run, pid: pid ?? null };
    terminal.out(format === 'json' ? toJson(answer) : JSON.stringify(answer));
  }
  return ALL_LANDED;
};
