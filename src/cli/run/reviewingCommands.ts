import { Option } from 'commander';
import type { CliCommand } from '../terminal/cliCommand';
import { formatOption, type TextFormat } from '../terminal/commandParts';
import type { MakingWorkspace } from '../workspace/workspace';
import { RUN, RUN_WORDS } from './options';

interface ReviewFlags {
  readonly reviewer?: string;
  readonly reason?: string;
  readonly format: TextFormat;
}

const ID_WORDS = 'the id of an achievement, for example 2.1';

export const approveCommand: CliCommand<MakingWorkspace> = {
  name: 'approve',
  define: (command, { terminal, open, exitWith }) =>
    command
      .description('approve a result that waits for a person, so that it can land')
      .argument(RUN, RUN_WORDS)
      .argument('<id>', ID_WORDS)
      .option('--reviewer <name>', 'who approves it')
      .addOption(formatOption('text', 'json'))
      .action(async (run: string, id: string, { reviewer, format }: ReviewFlags) => {
        const said = { kind: 'approved', reason: undefined, reviewer, format } as const;
        exitWith(await (await import('../running')).reviewRun(terminal, open, run, id, said));
      }),
};

export const fixCommand: CliCommand<MakingWorkspace> = {
  name: 'fix',
  define: (command, { terminal, open, exitWith }) =>
    command
      .description('say what is wrong with a result that waits for a person, as the task of the next attempt')
      .argument(RUN, RUN_WORDS)
      .argument('<id>', ID_WORDS)
      .addOption(new Option('--reason <text>', 'what is wrong').makeOptionMandatory())
      .option('--reviewer <name>', 'who says it')
      .addOption(formatOption('text', 'json'))
      .action(async (run: string, id: string, { reviewer, reason, format }: ReviewFlags) => {
        const said = { kind: 'fix', reason, reviewer, format } as const;
        exitWith(await (await import('../running')).reviewRun(terminal, open, run, id, said));
      }),
};
