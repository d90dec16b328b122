import type { CliCommand } from '../terminal/cliCommand';
import { formatOption, PATHS, type TextFormat } from '../terminal/commandParts';
import type { Workspace } from '../workspace/workspace';
import { levels } from './levels';

export const levelsCommand: CliCommand<Workspace> = {
  name: 'levels',
  define: (command, { terminal, work }) =>
    command
      .description('dependency levels: what may run at the same time')
      .argument('[path...]', PATHS)
      .addOption(formatOption('text', 'json'))
      .action((paths: readonly string[], { format }: { readonly format: TextFormat }) =>
        work(paths, (workspace) => levels(terminal, workspace, format)),
      ),
};
