import { Option } from 'commander';
import type { Confidence } from '../../engine/propose/proposal';
import type { CliCommand } from '../terminal/cliCommand';
import { formatOption, type TextFormat } from '../terminal/commandParts';
import type { MakingWorkspace } from '../workspace/workspace';
import { parallelGenerate } from './parallelGenerate';

interface GenerateFlags {
  readonly byPriority?: boolean;
  readonly minConfidence: Confidence;
  readonly write?: boolean;
  readonly update?: boolean;
  readonly yes?: boolean;
  readonly format: TextFormat;
}

/** `parallel …`: what is done with a parallel.json. */
export const parallelCommand: CliCommand<MakingWorkspace> = {
  name: 'parallel',
  define: (command, { terminal, work }) =>
    command
      .description('parallel.json, the dependencies of a plan')
      .command('generate')
      .description('propose a parallel.json from what the PLAN says, with the evidence for every dependency')
      .argument('[plan]', 'a PLAN file, or a folder with one plan', '.')
      .option('--by-priority', 'let achievements without known dependencies wait for the previous priority')
      .addOption(
        new Option('--min-confidence <confidence>', 'leave out dependencies that are less sure than this')
          .choices(['certain', 'likely', 'possible'])
          .default('likely'),
      )
      .option('--write', 'create the file; an existing file is never overwritten')
      .option('--update', 'with --write: add the missing entries to an existing parallel.json')
      .option('-y, --yes', 'write without asking')
      .addOption(formatOption('text', 'json'))
      .action((plan: string, flags: GenerateFlags) =>
        work([plan], (workspace) =>
          parallelGenerate(terminal, workspace, {
            byPriority: flags.byPriority === true,
            minConfidence: flags.minConfidence,
            write: flags.write === true,
            update: flags.update === true,
            yes: flags.yes === true,
            format: flags.format,
          }),
        ),
      ),
};
