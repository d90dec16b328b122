import { type Command, InvalidArgumentError, Option } from 'commander';
import type { RunSelection } from '../engine/run/chooseItems';
import type { Review } from '../engine/run/item';
import { printableLine } from '../engine/words/printable';
import { UserError } from '../shared/userError';
import type { RunFormat, RunOptions } from './run/options';
import { formatOption, type TextFormat, type Work } from './terminal/commandParts';
import type { Terminal } from './terminal/terminal';
import type { MakingWorkspace, OpenWorkspace } from './workspace/workspace';

interface Opening {
  readonly work: Work<MakingWorkspace>;
  readonly open: OpenWorkspace<MakingWorkspace>;
  readonly exitWith: (code: number) => void;
}

interface RunFlags {
  readonly only?: readonly string[];
  readonly from?: string;
  readonly level?: number;
  readonly stage?: number;
  readonly retry?: readonly string[] | true;
  readonly jobs?: number;
  readonly barrier?: boolean;
  readonly executor?: string;
  readonly review?: Review;
  readonly attempts?: number;
  readonly continueOnError?: boolean;
  readonly stopOnError?: boolean;
  readonly timeout?: number;
  readonly land: boolean;
  readonly inPlace?: boolean;
  readonly dryRun?: boolean;
  readonly yes?: boolean;
  readonly trustCommands?: string;
  readonly detach?: boolean;
  readonly format: RunFormat;
}

/** The commands that run plans. What they do is in a bundle of its own, which they load. */
export const addRunning = (program: Command, terminal: Terminal, opening: Opening): void => {
  addRun(program, terminal, opening);
  addWatching(program, terminal, opening);
  addSteering(program, terminal, opening);
};

const RUN = '<run>';
const RUN_WORDS = 'the name of a run, or a beginning of it that no other has';

const addRun = (program: Command, terminal: Terminal, { work, open }: Opening): void => {
  program
    .command('run')
    .description(
      'do the work of a plan: executors side by side in worktrees, proved by gates, landed on a branch',
    )
    .argument('[plan]', 'a PLAN file, or a folder with one plan', '.')
    .addOption(
      new Option('--only <ids>', 'these alone, separated by commas')
        .argParser(idsOf)
        .conflicts(['from', 'level', 'stage']),
    )
    .addOption(
      new Option('--from <id>', 'this one and all behind it in the plan').conflicts(['level', 'stage']),
    )
    .addOption(
      new Option('--level <n>', 'a dependency level, from 0').argParser(wholeFrom(0)).conflicts(['stage']),
    )
    .addOption(new Option('--stage <n>', 'the same, counted from 1').argParser(wholeFrom(1)))
    .addOption(
      new Option('--retry [ids]', 'do again what is done: these, or what is chosen').argParser(idsOf),
    )
    .addOption(new Option('--jobs <n>', 'how many at the same time').argParser(wholeFrom(1)))
    .option('--barrier', 'start a level only when the one before is over')
    .option('--executor <name>', 'who does the work')
    .addOption(
      new Option('--review <who>', 'who says that a result may land').choices([
        'person',
        'agent',
        'gates',
        'none',
      ]),
    )
    .addOption(new Option('--attempts <n>', 'how often each is tried').argParser(wholeFrom(1)))
    .option('--continue-on-error', 'go on with what does not depend on a failure, as it does anyway')
    .addOption(
      new Option('--stop-on-error', 'start nothing more after a failure').conflicts(['continueOnError']),
    )
    .addOption(new Option('--timeout <minutes>', 'end an executor after that time').argParser(wholeFrom(1)))
    .option('--no-land', 'land nothing: what is proved waits')
    .option('--in-place', 'without worktrees, in this checkout: cannot be had yet')
    .option('--dry-run', 'only show what would be run, even with --yes')
    .option('-y, --yes', 'run without asking')
    .option('--trust-commands <hash>', 'the commands of the repository were looked at: those of this hash')
    .option('--detach', 'leave the run to a process of its own')
    .addOption(formatOption('text', 'json', 'jsonl'))
    .action((plan: string, flags: RunFlags) =>
      work([plan], async (workspace) =>
        (await import('./running')).runPlan(terminal, workspace, open, optionsOf(flags)),
      ),
    );
};

const addWatching = (program: Command, terminal: Terminal, { exitWith }: Opening): void => {
  program
    .command('runs')
    .description('the runs there were, and how they stand')
    .argument('[plan]', 'a PLAN file, or a folder (default: all of this repository)')
    .addOption(formatOption('text', 'json'))
    .action(async (plan: string | undefined, { format }: { format: TextFormat }) =>
      exitWith(await (await import('./running')).listRuns(terminal, plan, format)),
    );
  program
    .command('attach')
    .description('follow a run until it ends; leaving does not stop it')
    .argument(RUN, RUN_WORDS)
    .addOption(formatOption('text', 'json', 'jsonl'))
    .action(async (run: string, { format }: { format: RunFormat }) =>
      exitWith(await (await import('./running')).attachRun(terminal, run, format)),
    );
  program
    .command('log')
    .description('what the executor and the gates of an item printed')
    .argument(RUN, RUN_WORDS)
    .argument('<id>', 'the id of an achievement, for example 2.1')
    .addOption(new Option('--attempt <n>', 'which attempt (default: the last)').argParser(wholeFrom(1)))
    .addOption(formatOption('text', 'json'))
    .action(async (run: string, id: string, { attempt, format }: { attempt?: number; format: TextFormat }) =>
      exitWith(await (await import('./running')).logItem(terminal, run, id, { attempt, format })),
    );
};

interface GoOnFlags {
  readonly detach?: boolean;
  readonly trustCommands?: string;
  readonly format: RunFormat;
}

const addSteering = (program: Command, terminal: Terminal, { open, exitWith }: Opening): void => {
  const goOnOf = ({ detach = false, trustCommands, format }: GoOnFlags) => ({
    detach,
    trustCommands,
    format,
  });
  const trustOption = () =>
    new Option('--trust-commands <hash>', 'the commands of the run were looked at: those of this hash');
  program
    .command('stop')
    .description('end a run, or one item of it, with everything it started')
    .argument(RUN, RUN_WORDS)
    .argument('[id]', 'one item alone')
    .addOption(formatOption('text', 'json'))
    .action(async (run: string, item: string | undefined, { format }: { format: TextFormat }) =>
      exitWith(await (await import('./running')).stopRun(terminal, open, run, { item, format })),
    );
  program
    .command('retry')
    .description('try again what failed in a run, and what that blocked')
    .argument(RUN, RUN_WORDS)
    .argument('[id]', 'one item alone, with what it blocked')
    .addOption(trustOption())
    .addOption(formatOption('text', 'json', 'jsonl'))
    .action(async (run: string, item: string | undefined, flags: GoOnFlags) =>
      exitWith(await (await import('./running')).retryRun(terminal, open, run, { item, ...goOnOf(flags) })),
    );
  program
    .command('resume')
    .description('go on with a run after a crash, a stop, or when a person has done what it waited for')
    .argument(RUN, RUN_WORDS)
    .addOption(trustOption())
    .option('--detach', 'leave the run to a process of its own')
    .addOption(formatOption('text', 'json', 'jsonl'))
    .action(async (run: string, flags: GoOnFlags) =>
      exitWith(await (await import('./running')).resumeRun(terminal, open, run, goOnOf(flags))),
    );
};

const optionsOf = (flags: RunFlags): RunOptions => {
  if (flags.inPlace) {
    throw new UserError(
      'A run in this checkout (--in-place) cannot be had yet. Leave it out: worktrees are used.',
    );
  }
  const { retry } = flags;
  return {
    selection: selectionOf(flags),
    redo: retry !== undefined,
    jobs: flags.jobs,
    barrier: flags.barrier,
    executor: flags.executor,
    review: flags.review,
    attempts: flags.attempts,
    stopOnError: flags.stopOnError === true,
    timeoutMinutes: flags.timeout,
    // without the option run.json decides
    land: flags.land ? undefined : false,
    dryRun: flags.dryRun === true,
    yes: flags.yes === true,
    trustCommands: flags.trustCommands,
    detach: flags.detach === true,
    format: flags.format,
  };
};

const selectionOf = ({ only, from, level, stage, retry }: RunFlags): RunSelection => {
  if (Array.isArray(retry)) {
    if (only ?? from ?? level ?? stage)
      throw new UserError('--retry with ids chooses already. Leave one of the two out.');
    return { by: 'only', ids: retry };
  }
  if (only) return { by: 'only', ids: only };
  if (from !== undefined) return { by: 'from', id: printableLine(from).trim() };
  if (level !== undefined) return { by: 'level', level };
  return stage === undefined ? { by: 'all' } : { by: 'level', level: stage - 1 };
};

const idsOf = (text: string): readonly string[] => {
  const ids = text
    .split(',')
    .map((id) => printableLine(id).trim())
    .filter(Boolean);
  if (ids.length === 0) throw new InvalidArgumentError('Name at least one achievement, for example 1.1,2.3.');
  return ids;
};

const wholeFrom =
  (least: number) =>
  (text: string): number => {
    if (/^\d{1,6}$/.test(text) && Number(text) >= least) return Number(text);
    throw new InvalidArgumentError(`It is a whole number from ${least}.`);
  };
