import { Option } from 'commander';
import { LEAST_SCORE } from '../../engine/validate/compliance';
import type { CliCommand } from '../terminal/cliCommand';
import { formatOption, PATHS, type TextFormat, wholeNumber } from '../terminal/commandParts';
import type { Workspace } from '../workspace/workspace';
import { compliance } from './compliance';

const MOST_SCORE = 100;

interface Flags {
  readonly min: number;
  readonly format: TextFormat;
}

export const complianceCommand: CliCommand<Workspace> = {
  name: 'compliance',
  define: (command, { terminal, work }) =>
    command
      .description('how far PLANs have the form that the methodology asks for, as a score')
      .argument('[path...]', PATHS)
      .addOption(
        new Option('--min <score>', 'the least score that passes')
          .argParser(wholeNumber(0, MOST_SCORE))
          .default(LEAST_SCORE),
      )
      .addOption(formatOption('text', 'json'))
      .action((paths: readonly string[], { min, format }: Flags) =>
        work(paths, (workspace) => compliance(terminal, workspace, { min, format })),
      ),
};
