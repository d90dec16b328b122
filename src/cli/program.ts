import { Argument, type Command, InvalidArgumentError, Option } from 'commander';
import type { CreationKind, CreationSelection } from '../engine/create/batch';
import { DEFAULT_TOKENS, PROMPT_KINDS, type PromptRequest } from '../engine/prompt/prompt';
import { printable } from '../engine/words/printable';
import { UserError } from '../shared/userError';
import { create } from './create/create';
import { prompt } from './create/prompt';
import { undo } from './create/undo';
import { addLooking } from './lookingCommands';
import { addParallel } from './parallel/parallelCommand';
import { runCommands } from './runCommands';
import { addRunning } from './runningCommands';
import { addSchedule } from './schedule/scheduleCommand';
import { formatOption, type TextFormat, type Work } from './terminal/commandParts';
import { loggerTo } from './terminal/logger';
import type { Terminal } from './terminal/terminal';
import type { MakingWorkspace, OpenWorkspace } from './workspace/workspace';

/** Runs the command line with all of its commands; answers as {@link runCommands} does. */
export const run = (
  args: readonly string[],
  terminal: Terminal,
  open: OpenWorkspace<MakingWorkspace>,
): Promise<number> =>
  runCommands(args, terminal, open, (program, to, work, exitWith) => {
    addAll(program, to, work);
    addRunning(program, to, { work, open, exitWith });
  });

const addAll = (program: Command, terminal: Terminal, work: Work<MakingWorkspace>): void => {
  addLooking(program, terminal, work);
  addSchedule(program, terminal, work);
  addCreating(program, terminal, work);
  addPrompt(program, terminal, work);
  addParallel(program, terminal, work);
  program
    .command('undo')
    .description('take the last batch back: what it created and nobody edited since')
    .argument('[path]', 'a PLAN file, or a folder with plans', '.')
    .option('--dry-run', 'only show what would be removed, even with --yes')
    .option('-y, --yes', 'remove without asking')
    .addOption(formatOption('text', 'json'))
    .action((path: string, flags: { dryRun?: boolean; yes?: boolean; format: TextFormat }) =>
      work([path], (workspace) =>
        undo(terminal, workspace, {
          dryRun: flags.dryRun === true,
          yes: flags.yes === true,
          format: flags.format,
        }),
      ),
    );
  program
    .command('lsp')
    .description('a language server for editors, on standard input and output')
    .option('--stdio', 'what editors add; there is no other way to talk to it')
    .action(async () => (await import('./lsp')).serve(loggerTo(terminal)));
};

interface CreateFlags {
  readonly level?: number;
  readonly achievements?: readonly string[];
  readonly all?: boolean;
  readonly another?: boolean;
  readonly dryRun?: boolean;
  readonly yes?: boolean;
  readonly format: TextFormat;
}

const addCreating = (program: Command, terminal: Terminal, work: Work<MakingWorkspace>): void => {
  const kinds: readonly (readonly [name: string, kind: CreationKind, what: string])[] = [
    ['subplans', 'subplan', 'SUBPLANs'],
    ['executions', 'execution', 'EXECUTION_TASKs'],
  ];
  const parent = program.command('create').description('create the documents of many achievements at once');
  for (const [name, kind, what] of kinds) {
    const command = parent
      .command(name)
      .description(`create ${what}; without a choice for the lowest level with one missing`)
      .argument('[plan]', 'a PLAN file, or a folder with one plan', '.')
      .addOption(
        new Option('--level <n>', 'all achievements of a dependency level')
          .argParser(levelOf)
          .conflicts(['achievements', 'all']),
      )
      .addOption(
        new Option('--achievements <ids>', 'these, separated by commas').argParser(idsOf).conflicts(['all']),
      )
      .option('--all', 'every achievement')
      .option('--dry-run', 'only show what would be created, even with --yes')
      .option('-y, --yes', 'create without asking')
      .addOption(formatOption('text', 'json'))
      .action((plan: string, flags: CreateFlags) =>
        work([plan], (workspace) =>
          create(terminal, workspace, {
            kind,
            selection: selectionOf(flags),
            another: isAnother(flags),
            dryRun: flags.dryRun === true,
            yes: flags.yes === true,
            format: flags.format,
          }),
        ),
      );
    if (kind === 'execution') {
      command.addOption(
        new Option('--another', 'the next one of the --achievements, also where they have some').conflicts([
          'level',
          'all',
        ]),
      );
    }
  }
};

interface PromptFlags {
  readonly level?: number;
  readonly achievements?: readonly string[];
  readonly parallelism?: '1' | '2' | '3';
  readonly maxTokens: number;
  readonly format: TextFormat;
}

const addPrompt = (program: Command, terminal: Terminal, work: Work<MakingWorkspace>): void => {
  program
    .command('prompt')
    .description('a prompt for a language model, written from the plan; next: whatever comes next')
    .addArgument(new Argument('<kind>', 'what to ask for').choices(['next', ...PROMPT_KINDS]))
    .argument('[plan]', 'a PLAN file, or a folder with one plan', '.')
    .addOption(
      new Option('--level <n>', 'the achievements of a dependency level')
        .argParser(levelOf)
        .conflicts(['achievements']),
    )
    .addOption(
      new Option('--achievement, --achievements <ids>', 'these, separated by commas').argParser(idsOf),
    )
    .addOption(
      new Option(
        '--parallelism <kind>',
        'of a discovery: 1 inside an achievement, 2 inside a priority, 3 across priorities (default: 3)',
      ).choices(['1', '2', '3']),
    )
    .addOption(
      new Option('--max-tokens <n>', 'how long it may be').argParser(tokensOf).default(DEFAULT_TOKENS),
    )
    .addOption(formatOption('text', 'json'))
    .action((kind: PromptRequest['kind'], plan: string, flags: PromptFlags) =>
      work([plan], (workspace) =>
        prompt(terminal, workspace, {
          kind,
          selection: chosenBy(flags),
          parallelism: PARALLELISM[flags.parallelism ?? '3'],
          maxTokens: flags.maxTokens,
          format: flags.format,
        }),
      ),
    );
};

const PARALLELISM = { '1': 1, '2': 2, '3': 3 } as const;

const chosenBy = (flags: PromptFlags): CreationSelection | undefined =>
  flags.level === undefined && flags.achievements === undefined ? undefined : selectionOf(flags);

const tokensOf = (text: string): number => {
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new InvalidArgumentError('Tokens are a number from 1.');
  return Number(text);
};

const isAnother = ({ another = false, achievements }: CreateFlags): boolean => {
  if (another && achievements === undefined) {
    throw new UserError('--another wants to know of which: add --achievements, for example 1.1.');
  }
  return another;
};

const levelOf = (text: string): number => {
  if (!/^\d{1,6}$/.test(text)) throw new InvalidArgumentError('A level is a number from 0.');
  return Number(text);
};

const idsOf = (text: string): readonly string[] => {
  const ids = text
    .split(',')
    .map((id) => printable(id).trim())
    .filter(Boolean);
  if (ids.length === 0) throw new InvalidArgumentError('Name at least one achievement, for example 1.1,2.3.');
  return ids;
};

const selectionOf = ({
  level,
  achievements,
  all,
}: Pick<CreateFlags, 'level' | 'achievements' | 'all'>): CreationSelection => {
  if (level !== undefined) return { by: 'level', level };
  if (achievements !== undefined) return { by: 'achievements', ids: achievements };
  return all ? { by: 'all' } : { by: 'next' };
};
