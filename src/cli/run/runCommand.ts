import { Option } from 'commander';
import type { RunSelection } from '../../engine/run/chooseItems';
import type { Review } from '../../engine/run/item';
import { printableLine } from '../../engine/words/printable';
import { UserError } from '../../shared/userError';
import type { CliCommand } from '../terminal/cliCommand';
import { formatOption, idsOf, wholeNumber } from '../terminal/commandParts';
import type { MakingWorkspace } from '../workspace/workspace';
import { type RunFormat, type RunOptions, trustOption } from './options';

interface Flags {
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

/** Runs a plan. What that takes is in a bundle of its own, as of all commands about runs. */
export const runCommand: CliCommand<MakingWorkspace> = {
  name: 'run',
  define: (command, { terminal, work, open }) =>
    command
      .description(
        'do the work of a plan: executors work in parallel in worktrees, gates prove the results, and proved results land on a branch',
      )
      .argument('[plan]', 'a PLAN file, or a folder with one plan', '.')
      .addOption(
        new Option('--only <ids>', 'only the achievements with these ids, separated by commas')
          .argParser(idsOf)
          .conflicts(['from', 'level', 'stage']),
      )
      .addOption(
        new Option('--from <id>', 'this achievement and all after it in the plan').conflicts([
          'level',
          'stage',
        ]),
      )
      .addOption(
        new Option('--level <n>', 'a dependency level, from 0')
          .argParser(wholeNumber(0))
          .conflicts(['stage']),
      )
      .addOption(new Option('--stage <n>', 'the same as --level, counted from 1').argParser(wholeNumber(1)))
      .addOption(
        new Option('--retry [ids]', 'do finished work again: these ids, or everything selected').argParser(
          idsOf,
        ),
      )
      .addOption(new Option('--jobs <n>', 'how many items at the same time').argParser(wholeNumber(1)))
      .option('--barrier', 'start a level only when the previous one is over')
      .option('--executor <name>', 'who does the work')
      .addOption(
        new Option('--review <who>', 'who decides that a result may land').choices([
          'person',
          'agent',
          'gates',
          'none',
        ]),
      )
      .addOption(new Option('--attempts <n>', 'how often each item is tried').argParser(wholeNumber(1)))
      .option('--continue-on-error', 'continue with items that do not depend on a failure (the default)')
      .addOption(
        new Option('--stop-on-error', 'start nothing new after a failure').conflicts(['continueOnError']),
      )
      .addOption(
        new Option('--timeout <minutes>', 'end an executor after this time').argParser(wholeNumber(1)),
      )
      .option('--no-land', 'land nothing; proved results wait')
      .option('--in-place', 'refused: work in this checkout could neither be proved nor taken back')
      .option('--dry-run', 'only show what would be run, even with --yes')
      .option('-y, --yes', 'run without asking')
      .addOption(trustOption('repository'))
      .option('--detach', 'run in the background, in a process of its own')
      .addOption(formatOption('text', 'json', 'jsonl'))
      .action((plan: string, flags: Flags) =>
        work([plan], async (workspace) =>
          (await import('../running')).runPlan(terminal, workspace, open, optionsOf(flags)),
        ),
      ),
};

const optionsOf = (flags: Flags): RunOptions => {
  if (flags.inPlace) {
    throw new UserError(
      'A run does not work in your checkout: what you edit meanwhile could not be told from the work of the executor, ' +
        'and a failed attempt could not be taken back without risk. Leave --in-place out; --jobs 1 works on one after the other.',
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

const selectionOf = ({ only, from, level, stage, retry }: Flags): RunSelection => {
  if (Array.isArray(retry)) {
    if (only ?? from ?? level ?? stage)
      throw new UserError('--retry with ids already selects achievements. Leave out one of the two.');
    return { by: 'only', ids: retry };
  }
  if (only) return { by: 'only', ids: only };
  if (from !== undefined) return { by: 'from', id: printableLine(from).trim() };
  if (level !== undefined) return { by: 'level', level };
  return stage === undefined ? { by: 'all' } : { by: 'level', level: stage - 1 };
};
