import type { CliCommand } from '../terminal/cliCommand';
import { formatOption, PATHS } from '../terminal/commandParts';
import { type AskedStates, stateOption } from '../workspace/stateOption';
import type { Workspace } from '../workspace/workspace';
import { type DashboardFormat, dashboard } from './dashboard';

interface Flags {
  readonly format: DashboardFormat;
  readonly state?: AskedStates;
}

export const dashboardCommand: CliCommand<Workspace> = {
  name: 'dashboard',
  define: (command, { terminal, work }) =>
    command
      .description(
        'every plan in one table: state, tier, progress, what is ready, what it waits for, what comes next',
      )
      .argument('[path...]', PATHS)
      .addOption(stateOption('all except finished ones'))
      .addOption(formatOption('text', 'json', 'markdown'))
      .action((paths: readonly string[], { format, state }: Flags) =>
        work(paths, (workspace) => dashboard(terminal, workspace, format, state)),
      ),
};
