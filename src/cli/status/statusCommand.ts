import type { CliCommand } from '../terminal/cliCommand';
import { formatOption, PATHS, type TextFormat } from '../terminal/commandParts';
import { type AskedStates, stateOption } from '../workspace/stateOption';
import type { Workspace } from '../workspace/workspace';
import { planRuns } from './planRuns';
import { status } from './status';

interface Flags {
  readonly format: TextFormat;
  readonly state?: AskedStates;
}

export const statusCommand: CliCommand<Workspace> = {
  name: 'status',
  define: (command, { terminal, work }) =>
    command
      .description('every plan: its state, levels, achievements, what is ready and what blocks the rest')
      .argument('[path...]', PATHS)
      .addOption(stateOption('all, without the problems of finished ones'))
      .addOption(formatOption('text', 'json'))
      .action((paths: readonly string[], { format, state }: Flags) =>
        work(paths, async (workspace) =>
          status(terminal, workspace, { format, states: state, runs: await planRuns(workspace.plans) }),
        ),
      ),
};
