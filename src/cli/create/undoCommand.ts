import type { CliCommand } from '../terminal/cliCommand';
import { formatOption, type TextFormat } from '../terminal/commandParts';
import type { MakingWorkspace } from '../workspace/workspace';
import { undo } from './undo';

interface Flags {
  readonly dryRun?: boolean;
  readonly yes?: boolean;
  readonly format: TextFormat;
}

export const undoCommand: CliCommand<MakingWorkspace> = {
  name: 'undo',
  define: (command, { terminal, work }) =>
    command
      .description('undo the last batch: remove the files it created, except those edited since')
      .argument('[path]', 'a PLAN file, or a folder with plans', '.')
      .option('--dry-run', 'only show what would be removed, even with --yes')
      .option('-y, --yes', 'remove without asking')
      .addOption(formatOption('text', 'json'))
      .action((path: string, { dryRun = false, yes = false, format }: Flags) =>
        work([path], (workspace) => undo(terminal, workspace, { dryRun, yes, format })),
      ),
};
