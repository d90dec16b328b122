import { InvalidArgumentError, Option } from 'commander';
import type { DependencyChange } from '../../engine/model/edge';
import { USUAL_FORECAST } from '../../engine/schedule/forecast';
import { printable } from '../../engine/words/printable';
import type { CliCommand } from '../terminal/cliCommand';
import { formatOption, type TextFormat, wholeNumber } from '../terminal/commandParts';
import type { Workspace } from '../workspace/workspace';
import { schedule } from './schedule';

const MOST_EXECUTORS = 10_000;
const MOST_SAMPLES = 100_000;
const LARGEST_SEED = 2 ** 31 - 1;

interface ScheduleFlags {
  readonly executors?: number;
  readonly seed: number;
  readonly samples: number;
  readonly add: readonly DependencyChange[];
  readonly remove: readonly DependencyChange[];
  readonly format: TextFormat;
}

/** `schedule`: what is left of a plan over time. */
export const scheduleCommand: CliCommand<Workspace> = {
  name: 'schedule',
  define: (command, { terminal, work }) =>
    command
      .description('who does what when, the critical path, and how many executors are worthwhile')
      .argument('[plan]', 'a PLAN file, or a folder with one plan', '.')
      .addOption(
        new Option(
          '--executors <n>',
          'how many work at the same time (default: as many as are worthwhile)',
        ).argParser(wholeNumber(1, MOST_EXECUTORS)),
      )
      .addOption(
        new Option('--seed <n>', 'seed of the forecast; the same seed gives the same figures')
          .argParser(wholeNumber(0, LARGEST_SEED))
          .default(USUAL_FORECAST.seed),
      )
      .addOption(
        new Option('--samples <n>', 'how often the forecast simulates the schedule')
          .argParser(wholeNumber(1, MOST_SAMPLES))
          .default(USUAL_FORECAST.samples),
      )
      .addOption(
        changeOption(
          '--add <id:dependency>',
          'add',
          'show the effect of one more dependency; may be repeated',
        ),
      )
      .addOption(
        changeOption(
          '--remove <id:dependency>',
          'remove',
          'show the effect of one dependency less; may be repeated',
        ),
      )
      .addOption(formatOption('text', 'json'))
      .action((plan: string, { executors, seed, samples, add, remove, format }: ScheduleFlags) =>
        work([plan], (workspace) =>
          schedule(terminal, workspace, { executors, seed, samples, changes: [...add, ...remove], format }),
        ),
      ),
};

const changeOption = (flags: string, kind: DependencyChange['kind'], description: string): Option =>
  new Option(flags, description)
    .default([], 'none')
    .argParser((text, before: readonly DependencyChange[]) => {
      const [id, dependsOn, ...rest] = text.split(':').map((part) => printable(part).trim());
      if (id && dependsOn && rest.length === 0) return [...before, { kind, id, dependsOn }];
      throw new InvalidArgumentError('Name an achievement and what it depends on, for example 2.1:1.1.');
    });
