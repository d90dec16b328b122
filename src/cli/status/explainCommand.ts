import type { CliCommand } from '../terminal/cliCommand';
import { formatOption, PATHS, type TextFormat } from '../terminal/commandParts';
import type { Workspace } from '../workspace/workspace';
import { explain } from './explain';

export const explainCommand: CliCommand<Workspace> = {
  name: 'explain',
  define: (command, { terminal, work }) =>
    command
      .description('what an achievement waits for, and where to start so that it can begin')
      .argument('<id>', 'the id of an achievement, for example 2.1')
      .argument('[path...]', PATHS)
      .addOption(formatOption('text', 'json'))
      .action((id: string, paths: readonly string[], { format }: { readonly format: TextFormat }) =>
        work(paths, (workspace) => explain(terminal, workspace, id, format)),
      ),
};
