import type { CliCommand } from '../terminal/cliCommand';
import { formatOption, PATHS, type TextFormat } from '../terminal/commandParts';
import { type AskedStates, stateOption } from '../workspace/stateOption';
import type { Workspace } from '../workspace/workspace';
import { next } from './next';
import { planRuns } from './planRuns';

interface Flags {
  readonly format: TextFormat;
  readonly state?: AskedStates;
  readonly all?: boolean;
}

export const nextCommand: CliCommand<Workspace> = {
  name: 'next',
  define: (command, { terminal, work }) =>
    command
      .description('what to do now, and why; what is blocked, and by what')
      .argument('[path...]', PATHS)
      .option('--all', 'every line, even for a long plan; JSON always has everything')
      .addOption(stateOption('all except finished ones'))
      .addOption(formatOption('text', 'json'))
      .action((paths: readonly string[], { format, state, all = false }: Flags) =>
        work(paths, async (workspace) => {
          const runs = await planRuns(workspace.plans);
          return next(terminal, workspace, { format, states: state, isWhole: all, runs });
        }),
      ),
};
