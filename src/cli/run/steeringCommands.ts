import type { CliCommand } from '../terminal/cliCommand';
import { formatOption, type TextFormat } from '../terminal/commandParts';
import type { MakingWorkspace } from '../workspace/workspace';
import { RUN, RUN_WORDS, type RunFormat, trustOption } from './options';

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

export const stopCommand: CliCommand<MakingWorkspace> = {
  name: 'stop',
  define: (command, { terminal, open, exitWith }) =>
    command
      .description('end a run, or one item of it, with everything it started')
      .argument(RUN, RUN_WORDS)
      .argument('[id]', 'only this item')
      .addOption(formatOption('text', 'json'))
      .action(async (run: string, item: string | undefined, { format }: { format: TextFormat }) =>
        exitWith(await (await import('../running')).stopRun(terminal, open, run, { item, format })),
      ),
};

export const retryCommand: CliCommand<MakingWorkspace> = {
  name: 'retry',
  define: (command, { terminal, open, exitWith }) =>
    command
      .description('try the failed items of a run again, and the items they blocked')
      .argument(RUN, RUN_WORDS)
      .argument('[id]', 'only this item, and the items it blocked')
      .addOption(trustOption('run'))
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
      .description('continue a run after a crash or a stop, or after a person did the work it waited for')
      .argument(RUN, RUN_WORDS)
      .addOption(trustOption('run'))
      .option('--detach', 'run in the background, in a process of its own')
      .addOption(formatOption('text', 'json', 'jsonl'))
      .action(async (run: string, flags: GoOnFlags) =>
        exitWith(await (await import('../running')).resumeRun(terminal, open, run, goOnOf(flags))),
      ),
};
