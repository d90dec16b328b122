import { Option } from 'commander';
import type { Severity } from '../../engine/rule/finding';
import type { CliCommand } from '../terminal/cliCommand';
import { formatOption, PATHS, type TextFormat } from '../terminal/commandParts';
import { type AskedStates, stateOption } from '../workspace/stateOption';
import type { Workspace } from '../workspace/workspace';
import { check } from './check';
import { rulesNamed, SEVERITIES } from './findingFilter';

interface Flags {
  readonly format: TextFormat;
  readonly state?: AskedStates;
  readonly rule?: ReadonlySet<string>;
  readonly severity?: Severity;
}

export const checkCommand: CliCommand<Workspace> = {
  name: 'check',
  define: (command, { terminal, work }) =>
    command
      .description('problems in plans and parallel.json files')
      .argument('[path...]', PATHS)
      .addOption(
        new Option('--rule <codes>', 'only problems of these rules, separated by commas').argParser(
          rulesNamed,
        ),
      )
      .addOption(
        new Option('--severity <least>', 'only problems that are at least this severe').choices(SEVERITIES),
      )
      .addOption(stateOption('all except finished ones'))
      .addOption(formatOption('text', 'json'))
      .action((paths: readonly string[], { format, rule, severity, state }: Flags) =>
        work(paths, (workspace) =>
          check(terminal, workspace, { format, filter: { rules: rule, least: severity }, states: state }),
        ),
      ),
};
