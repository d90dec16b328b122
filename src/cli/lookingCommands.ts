import { type Command, Option } from 'commander';
import { check } from './check';
import { formatOption, type TextFormat, type Work } from './commandParts';
import { explain } from './explain';
import { type GraphFormat, graph } from './graph';
import { levels } from './levels';
import { next } from './next';
import { status } from './status';
import type { Terminal } from './terminal';
import type { Workspace } from './workspace';

const PATHS = 'PLAN files, folders or workspaces (default: the current folder)';

const GRAPH_FORMATS: readonly GraphFormat[] = ['ascii', 'dot', 'mermaid', 'svg', 'png', 'json'];

interface GraphFlags {
  readonly format?: GraphFormat;
  readonly output?: string;
  readonly force?: boolean;
}

/** The commands that only look, quickly. `main.ts` names them too. */
export const addLooking = (program: Command, terminal: Terminal, work: Work<Workspace>): void => {
  const looks = { status, next, check, levels };
  const descriptions: Readonly<Record<keyof typeof looks, string>> = {
    status: 'every plan: its levels, achievements, what is ready and what blocks the rest',
    next: 'what to do now, and why; what is blocked, and by what',
    check: 'problems in plans and parallel.json files',
    levels: 'dependency levels: what may run at the same time',
  };
  for (const name of Object.keys(looks) as (keyof typeof looks)[]) {
    program
      .command(name)
      .description(descriptions[name])
      .argument('[path...]', PATHS)
      .addOption(formatOption('text', 'json'))
      .action((paths: readonly string[], { format }: { format: TextFormat }) =>
        work(paths, (workspace) => looks[name](terminal, workspace, format)),
      );
  }
  program
    .command('explain')
    .description('what an achievement waits for, and where to start so that it can begin')
    .argument('<id>', 'the id of an achievement, for example 2.1')
    .argument('[path...]', PATHS)
    .addOption(formatOption('text', 'json'))
    .action((id: string, paths: readonly string[], { format }: { format: TextFormat }) =>
      work(paths, (workspace) => explain(terminal, workspace, id, format)),
    );
  program
    .command('graph')
    .description('the dependency graph')
    .argument('[path...]', PATHS)
    .addOption(
      new Option(
        '-f, --format <format>',
        'how to draw it (default: what the file is called, else ascii)',
      ).choices(GRAPH_FORMATS),
    )
    .option('-o, --output <file>', 'write it into a file; one that exists is left as it is')
    .option('--force', 'with --output: write over a file that exists')
    .action((paths: readonly string[], { format, output, force = false }: GraphFlags) =>
      work(paths, (workspace) => graph(terminal, workspace, { format, output, force })),
    );
};
