import { Option } from 'commander';
import type { CliCommand } from '../terminal/cliCommand';
import { formatOption, type TextFormat } from '../terminal/commandParts';
import type { MakingWorkspace } from '../workspace/workspace';
import { RUN, RUN_WORDS, type RunFormat } from './options';

interface GoOnFlags {
  readonly detach?: boolean;
  readonly trustCommands?: string;
  readonly format: RunFormat;
}

const goOnOf = ({ detach = false, trustCommands, format }: GoOnFlags) => ({
  detach,
  trustCommands,
  format,
});

const trustOption = () =>
  new Option('--trust-commands <hash>', 'the commands of the run were looked at: those of this hash');

export const stopCommand: CliCommand<MakingWorkspace> = {
  name: 'stop',
  define: (command, { terminal, open, exitWith }) =>
    command
      .description('end a run, or one item of it, with everything it started')
      .argument(RUN, RUN_WORDS)
      .argument('[id]', 'one item alone')
      .addOption(formatOption('text', 'json'))
      .action(async (run: string, item: string | undefined, { format }: { format: TextFormat }) =>
        exitWith(await (await import('../running')).stopRun(terminal, open, run, { item, format })),
      ),
};

export const retryCommand: CliCommand<MakingWorkspace> = {
  name: 'retry',
  define: (command, { terminal, open, exitWith }) =>
    command
      .description('try again what failed in a run, and what that blocked')
      .argument(RUN, RUN_WORDS)
      .argument('[id]', 'one item alone, with what it blocked')
      .addOption(trustOption())
      .addOption(formatOption('text', 'json', 'jsonl'))
      .action(async (run: string, item: string | undefined, flags: GoOnFlags) =>
        exitWith(
          await (await import('../running')).retryRun(terminal, open, run, { item, ...goOnOf(flags) }),
        ),
      ),
};

export const resumeCommand: CliCommand<MakingWorkspace> = {
  name: 'resume',
  define: (command, { terminal, open, exitWith }) =>
    command
      .description('go on with a run after a crash, a stop, or when a person has done what it waited for')
      .argument(RUN, RUN_WORDS)
      .addOption(trustOption())
      .option('--detach', 'leave the run to a process of its own')
      .addOption(formatOption('text', 'json', 'jsonl'))
      .action(async (run: string, flags: GoOnFlags) =>
        exitWith(await (await import('../running')).resumeRun(terminal, open, run, goOnOf(flags))),
      ),
};
