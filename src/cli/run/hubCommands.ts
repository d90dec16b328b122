import { Option } from 'commander';
import { printableLine } from '../../engine/words/printable';
import type { CliCommand } from '../terminal/cliCommand';
import { formatOption, type TextFormat } from '../terminal/commandParts';
import type { MakingWorkspace } from '../workspace/workspace';
import { hubOption, runOnHub } from './hubOptions';
import { trustOption } from './options';

interface Flags {
  readonly run: string;
  readonly hub: string;
  readonly executor?: string;
  readonly trustCommands?: string;
  readonly format: TextFormat;
}

const PLAN = '[plan]';
const PLAN_WORDS = 'a PLAN file, or a folder with one plan';
const runOption = (): Option =>
  new Option('--run <run>', 'the name of the run there').argParser(runOnHub).makeOptionMandatory();

export const runItemCommand: CliCommand<MakingWorkspace> = {
  name: 'run-item',
  define: (command, { terminal, work, open }) =>
    command
      .description(
        'do one achievement of a run on this machine and hand in the result on a hub; nothing if that has it already',
      )
      .argument('<id>', 'the id of an achievement, for example 2.1')
      .argument(PLAN, PLAN_WORDS, '.')
      .addOption(runOption())
      .addOption(hubOption().makeOptionMandatory())
      .option('--executor <name>', 'who does the work')
      .addOption(trustOption('repository'))
      .addOption(formatOption('text', 'json'))
      .action((id: string, plan: string, flags: Flags) =>
        work([plan], async (workspace) =>
          (await import('../running')).runItem(terminal, workspace, open, {
            ...flags,
            item: printableLine(id).trim(),
          }),
        ),
      ),
};

export const importCommand: CliCommand<MakingWorkspace> = {
  name: 'import',
  define: (command, { terminal, work }) =>
    command
      .description('bring a run on a hub into the runs here: its record, and the branch it landed on')
      .argument(PLAN, PLAN_WORDS, '.')
      .addOption(runOption())
      .addOption(hubOption().makeOptionMandatory())
      .addOption(formatOption('text', 'json'))
      .action((plan: string, flags: Flags) =>
        work([plan], async (workspace) => (await import('../running')).importRun(terminal, workspace, flags)),
      ),
};
