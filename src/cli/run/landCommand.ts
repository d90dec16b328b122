import { Option } from 'commander';
import type { CliCommand } from '../terminal/cliCommand';
import { formatOption, type TextFormat } from '../terminal/commandParts';
import type { MakingWorkspace } from '../workspace/workspace';

interface Flags {
  readonly run?: string;
  readonly into: string;
  readonly yes?: boolean;
  readonly format: TextFormat;
}

export const landCommand: CliCommand<MakingWorkspace> = {
  name: 'land',
  define: (command, { terminal, exitWith }) =>
    command
      .description('merge what a run has landed into your branch, which is checked out')
      .argument('[plan]', 'a PLAN file, or a folder (default: all of this repository)')
      .addOption(new Option('--into <branch>', 'the branch that you have checked out').makeOptionMandatory())
      .option('--run <run>', 'which run (default: the last one)')
      .option('-y, --yes', 'merge without asking')
      .addOption(formatOption('text', 'json'))
      .action(async (plan: string | undefined, { run, into, yes = false, format }: Flags) => {
        const options = { run, into, yes, format };
        exitWith(await (await import('../running')).landInto(terminal, plan, options));
      }),
};
