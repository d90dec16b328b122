import { Option } from 'commander';
import type { CliCommand } from '../terminal/cliCommand';
import { formatOption, type TextFormat, wholeNumber } from '../terminal/commandParts';
import type { MakingWorkspace } from '../workspace/workspace';
import { RUN, RUN_WORDS, type RunFormat } from './options';

export const runsCommand: CliCommand<MakingWorkspace> = {
  name: 'runs',
  define: (command, { terminal, exitWith }) =>
    command
      .description('the runs and their states')
      .argument('[plan]', 'a PLAN file, or a folder (default: all of this repository)')
      .addOption(formatOption('text', 'json'))
      .action(async (plan: string | undefined, { format }: { format: TextFormat }) =>
        exitWith(await (await import('../running')).listRuns(terminal, plan, format)),
      ),
};

export const attachCommand: CliCommand<MakingWorkspace> = {
  name: 'attach',
  define: (command, { terminal, exitWith }) =>
    command
      .description('follow a run until it ends; leaving does not stop it')
      .argument(RUN, RUN_WORDS)
      .addOption(formatOption('text', 'json', 'jsonl'))
      .action(async (run: string, { format }: { format: RunFormat }) =>
        exitWith(await (await import('../running')).attachRun(terminal, run, format)),
      ),
};

export const logCommand: CliCommand<MakingWorkspace> = {
  name: 'log',
  define: (command, { terminal, exitWith }) =>
    command
      .description('the output of the executor and the gates of an item')
      .argument(RUN, RUN_WORDS)
      .argument('<id>', 'the id of an achievement, for example 2.1')
      .addOption(new Option('--attempt <n>', 'which attempt (default: the last)').argParser(wholeNumber(1)))
      .addOption(formatOption('text', 'json'))
      .action(
        async (run: string, id: string, { attempt, format }: { attempt?: number; format: TextFormat }) =>
          exitWith(await (await import('../running')).logItem(terminal, run, id, { attempt, format })),
      ),
};
