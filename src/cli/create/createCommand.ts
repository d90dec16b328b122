import { type Command, Option } from 'commander';
import type { CreationKind } from '../../engine/create/batch';
import { titlesIn } from '../../engine/create/newPlan/titles';
import { UserError } from '../../shared/userError';
import type { CliCommand, Tools } from '../terminal/cliCommand';
import { formatOption, idsOf, type TextFormat, wholeNumber } from '../terminal/commandParts';
import type { MakingWorkspace } from '../workspace/workspace';
import { create } from './create';
import { createPlan } from './createPlan';
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

interface PlanFlags extends Pick<CreateFlags, 'dryRun' | 'yes' | 'format'> {
  readonly goal: string;
  readonly priority: readonly (readonly string[])[];
}

/** `create …`: a new plan, and the documents of achievements. */
export const createCommand: CliCommand<MakingWorkspace> = {
  name: 'create',
  define: (parent, tools) => {
    const { terminal, work } = tools;
    const kinds: readonly (readonly [name: string, kind: CreationKind, what: string])[] = [
      ['subplans', 'subplan', 'SUBPLANs'],
      ['executions', 'execution', 'EXECUTION_TASKs'],
    ];
    parent.description('create a plan, or the documents of many achievements at once');
    definePlan(parent, tools);
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

const definePlan = (parent: Command, { terminal, work }: Tools<MakingWorkspace>): void => {
  parent
    .command('plan')
    .description('create a PLAN with sections, priorities and achievements to fill in')
    .argument('<name>', 'the name of the plan: ONLINE-SHOP')
    .argument('[folder]', 'where it goes: beside the plans that this folder has, else into it', '.')
    .option('--goal <text>', 'what is true when the plan is done', '')
    .addOption(
      new Option(
        '--priority <titles>',
        'the achievements of a priority, separated by semicolons; once for each priority',
      )
        .argParser((titles: string, before: readonly (readonly string[])[]) => [...before, titlesIn(titles)])
        .default([], 'one achievement'),
    )
    .option('--dry-run', 'only show what would be created, even with --yes')
    .option('-y, --yes', 'create without asking')
    .addOption(formatOption('text', 'json'))
    .action((name: string, folder: string, { goal, priority, dryRun, yes, format }: PlanFlags) =>
      work([folder], (workspace) =>
        createPlan(terminal, workspace, {
          name,
          goal,
          priorities: priority.length > 0 ? priority : [['First achievement']],
          dryRun: dryRun === true,
          yes: yes === true,
          format,
        }),
      ),
    );
};

const isAnother = ({ another = false, achievements }: CreateFlags): boolean => {
  if (another && achievements === undefined) {
    throw new UserError('--another needs --achievements, for example --achievements 1.1.');
  }
  return another;
};
