import { Option } from 'commander';
import type { CreationKind } from '../../engine/create/batch';
import { UserError } from '../../shared/userError';
import type { CliCommand } from '../terminal/cliCommand';
import { formatOption, idsOf, type TextFormat, wholeNumber } from '../terminal/commandParts';
import type { MakingWorkspace } from '../workspace/workspace';
import { create } from './create';
import { selectionOf } from './selection';

interface CreateFlags {
  readonly level?: number;
  readonly achievements?: readonly string[];
  readonly all?: boolean;
  readonly another?: boolean;
  readonly dryRun?: boolean;
  readonly yes?: boolean;
  readonly format: TextFormat;
}

/** `create …`: the documents of achievements. */
export const createCommand: CliCommand<MakingWorkspace> = {
  name: 'create',
  define: (parent, { terminal, work }) => {
    const kinds: readonly (readonly [name: string, kind: CreationKind, what: string])[] = [
      ['subplans', 'subplan', 'SUBPLANs'],
      ['executions', 'execution', 'EXECUTION_TASKs'],
    ];
    parent.description('create the documents of many achievements at once');
    for (const [name, kind, what] of kinds) {
      const command = parent
        .command(name)
        .description(`create ${what}; without a selection, for the lowest level where one is missing`)
        .argument('[plan]', 'a PLAN file, or a folder with one plan', '.')
        .addOption(
          new Option('--level <n>', 'all achievements of a dependency level')
            .argParser(wholeNumber(0))
            .conflicts(['achievements', 'all']),
        )
        .addOption(
          new Option('--achievements <ids>', 'the achievements with these ids, separated by commas')
            .argParser(idsOf)
            .conflicts(['all']),
        )
        .option('--all', 'every achievement')
        .option('--dry-run', 'only show what would be created, even with --yes')
        .option('-y, --yes', 'create without asking')
        .addOption(formatOption('text', 'json'))
        .action((plan: string, flags: CreateFlags) =>
          work([plan], (workspace) =>
            create(terminal, workspace, {
              kind,
              selection: selectionOf(flags),
              another: isAnother(flags),
              dryRun: flags.dryRun === true,
              yes: flags.yes === true,
              format: flags.format,
            }),
          ),
        );
      if (kind === 'execution') {
        command.addOption(
          new Option('--another', 'one more for each of the --achievements, even if it has some').conflicts([
            'level',
            'all',
          ]),
        );
      }
    }
  },
};

const isAnother = ({ another = false, achievements }: CreateFlags): boolean => {
  if (another && achievements === undefined) {
    throw new UserError('--another needs --achievements, for example --achievements 1.1.');
  }
  return another;
};
