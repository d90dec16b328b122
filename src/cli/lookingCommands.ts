import { type Command, Option } from 'commander';
import type { Severity } from '../engine/rule/finding';
import { check } from './check/check';
import { rulesNamed, SEVERITIES } from './check/findingFilter';
import { type GraphFormat, graph, graphFormat } from './graph/graph';
import { explain } from './status/explain';
import { levels } from './status/levels';
import { next } from './status/next';
import { status } from './status/status';
import { formatOption, type TextFormat, type Work } from './terminal/commandParts';
import type { Terminal } from './terminal/terminal';
import { type AskedStates, stateOption } from './workspace/stateOption';
import type { Workspace } from './workspace/workspace';

const PATHS = 'PLAN files, folders or workspaces (default: the current folder)';

const GRAPH_FORMATS: readonly GraphFormat[] = ['ascii', 'dot', 'mermaid', 'svg', 'png', 'json'];

interface GraphFlags {
  readonly format?: GraphFormat;
  readonly output?: string;
  readonly force?: boolean;
}

interface StateFlags {
  readonly format: TextFormat;
  readonly state?: AskedStates;
}

interface CheckFlags extends StateFlags {
  readonly rule?: ReadonlySet<string>;
  readonly severity?: Severity;
}

const addCheck = (program: Command, terminal: Terminal, work: Work<Workspace>): void => {
  program
    .command('check')
    .description('problems in plans and parallel.json files')
    .argument('[path...]', PATHS)
    .addOption(
      new Option('--rule <codes>', 'only those of these rules, separated by commas').argParser(rulesNamed),
    )
    .addOption(new Option('--severity <least>', 'only those that are at least as severe').choices(SEVERITIES))
    .addOption(stateOption('all but finished ones'))
    .addOption(formatOption('text', 'json'))
    .action((paths: readonly string[], { format, rule, severity, state }: CheckFlags) =>
      work(paths, (workspace) =>
        check(terminal, workspace, { format, filter: { rules: rule, least: severity }, states: state }),
      ),
    );
};

/** The commands that only look, quickly. `main.ts` names them too. */
export const addLooking = (program: Command, terminal: Terminal, work: Work<Workspace>): void => {
  program
    .command('status')
    .description('every plan: its state, levels, achievements, what is ready and what blocks the rest')
    .argument('[path...]', PATHS)
    .addOption(stateOption('all, without the problems of finished ones'))
    .addOption(formatOption('text', 'json'))
    .action((paths: readonly string[], { format, state }: StateFlags) =>
      work(paths, (workspace) => status(terminal, workspace, format, state)),
    );
  program
    .command('next')
    .description('what to do now, and why; what is blocked, and by what')
    .argument('[path...]', PATHS)
    .option('--all', 'every line, also of a plan with many; in JSON there is everything anyway')
    .addOption(stateOption('all but finished ones'))
    .addOption(formatOption('text', 'json'))
    .action((paths: readonly string[], { format, state, all = false }: StateFlags & { all?: boolean }) =>
      work(paths, (workspace) => next(terminal, workspace, format, state, all)),
    );
  addCheck(program, terminal, work);
  program
    .command('levels')
    .description('dependency levels: what may run at the same time')
    .argument('[path...]', PATHS)
    .addOption(formatOption('text', 'json'))
    .action((paths: readonly string[], { format }: { format: TextFormat }) =>
      work(paths, (workspace) => levels(terminal, workspace, format)),
    );
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
    .action((paths: readonly string[], { format: asked, output, force = false }: GraphFlags) => {
      const format = graphFormat(asked, output);
      return work(paths, (workspace) => graph(terminal, workspace, { format, output, force }));
    });
};
