import { Option } from 'commander';
import { UserError } from '../../shared/userError';
import type { CliCommand } from '../terminal/cliCommand';
import { formatOption, idsOf, type TextFormat } from '../terminal/commandParts';
import type { MakingWorkspace } from '../workspace/workspace';
import { hubOption, runOnHub } from './hubOptions';
import { trustOption } from './options';

interface Flags {
  readonly run?: string;
  readonly into?: string;
  readonly hub?: string;
  readonly only?: readonly string[];
  readonly trustCommands?: string;
  readonly yes?: boolean;
  readonly format: TextFormat;
}

export const landCommand: CliCommand<MakingWorkspace> = {
  name: 'land',
  define: (command, { terminal, open, work, exitWith }) =>
    command
      .description(
        'merge what a run has landed into your branch, which is checked out; or land results that workers have handed in on a hub',
      )
      .argument('[plan]', 'a PLAN file, or a folder (default: all of this repository)')
      .addOption(new Option('--into <branch>', 'the branch that you have checked out').conflicts('hub'))
      .option('--run <run>', 'which run (default: the last one)')
      .option('-y, --yes', 'merge without asking')
      .addOption(hubOption())
      .addOption(new Option('--only <ids>', 'with --hub: only these achievements').argParser(idsOf))
      .addOption(trustOption('repository'))
      .addOption(formatOption('text', 'json'))
      .action(async (plan: string | undefined, flags: Flags) => {
        const { run, into, hub, yes = false, format } = flags;
        if (hub !== undefined) {
          const options = { ...flags, run: runOnHub(run), hub };
          return work([plan ?? '.'], async (workspace) =>
            (await import('../running')).landOnHub(terminal, workspace, open, options),
          );
        }
        if (into === undefined) throw new UserError('Say where: --into BRANCH, or --hub REMOTE.');
        const options = { run, into, yes, format };
        return exitWith(await (await import('../running')).landInto(terminal, plan, options));
      }),
};
