import { Argument, Option } from 'commander';
import { ENGINE_IDS } from '../../engine/run/engines/engineIds';
import type { CliCommand } from '../terminal/cliCommand';
import { formatOption, type TextFormat, wholeNumber } from '../terminal/commandParts';
import type { MakingWorkspace } from '../workspace/workspace';

interface Flags {
  readonly output?: string;
  readonly jobs?: number;
  readonly executor?: string;
  readonly force?: boolean;
  readonly check?: boolean;
  readonly format: TextFormat;
}

export const exportCommand: CliCommand<MakingWorkspace> = {
  name: 'export',
  define: (command, { terminal, work }) =>
    command
      .description('write what runs a plan on an engine that you have: a workflow, a pipeline or a script')
      .addArgument(new Argument('<engine>', 'for which engine').choices(ENGINE_IDS))
      .argument('[plan]', 'a PLAN file, or a folder with one plan', '.')
      .option('-o, --output <file>', 'where to (default: where the engine looks for it)')
      .addOption(new Option('--jobs <n>', 'how many achievements at the same time').argParser(wholeNumber(1)))
      .option('--executor <name>', 'who does the work')
      .option('--force', 'overwrite existing files that differ')
      .addOption(
        new Option('--check', 'write nothing; exit with 1 if the files are missing or stale').conflicts([
          'force',
        ]),
      )
      .addOption(formatOption('text', 'json'))
      .action((engine: string, plan: string, { force = false, check = false, ...flags }: Flags) =>
        work([plan], async (workspace) =>
          (await import('../running')).exportRun(terminal, workspace, { ...flags, engine, force, check }),
        ),
      ),
};
