import type { CliCommand } from '../terminal/cliCommand';
import { formatOption, PATHS, type TextFormat } from '../terminal/commandParts';
import type { Workspace } from '../workspace/workspace';
import { tiers } from './tiers';

export const tiersCommand: CliCommand<Workspace> = {
  name: 'tiers',
  define: (command, { terminal, work }) =>
    command
      .description('which plans may be worked on at the same time, and which come after others')
      .argument('[path...]', PATHS)
      .addOption(formatOption('text', 'json'))
      .action((paths: readonly string[], { format }: { readonly format: TextFormat }) =>
        work(paths, (workspace) => tiers(terminal, workspace, format)),
      ),
};
