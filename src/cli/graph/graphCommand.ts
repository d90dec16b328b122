import { Option } from 'commander';
import { graphFormats } from '../../engine/export/formats';
import type { CliCommand } from '../terminal/cliCommand';
import { PATHS } from '../terminal/commandParts';
import type { Workspace } from '../workspace/workspace';
import { graph, graphFormat } from './graph';

interface Flags {
  readonly format?: string;
  readonly output?: string;
  readonly force?: boolean;
}

export const graphCommand: CliCommand<Workspace> = {
  name: 'graph',
  define: (command, { terminal, work }) =>
    command
      .description('the dependency graph')
      .argument('[path...]', PATHS)
      .addOption(
        new Option(
          '-f, --format <format>',
          'how to draw it (default: by the ending of the file, else ascii)',
        ).choices(graphFormats.map(({ id }) => id)),
      )
      .option('-o, --output <file>', 'write it to a file; an existing file is not changed')
      .option('--force', 'with --output: overwrite an existing file')
      .action((paths: readonly string[], { format: asked, output, force = false }: Flags) => {
        const format = graphFormat(asked, output);
        return work(paths, (workspace) => graph(terminal, workspace, { format, output, force }));
      }),
};
