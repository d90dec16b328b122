import { toAscii } from '../engine/graph/ascii';
import { toDot } from '../engine/graph/dot';
import { graphJsonOf } from '../engine/graph/graphJson';
import { NothingToDo } from '../shared/userError';
import { toJson } from './plain';
import type { Terminal } from './terminal';
import { exitCodeOf, pathIn, type Workspace } from './workspace';

export type GraphFormat = 'ascii' | 'dot' | 'json';

/** `graph`: the dependency graph of every plan asked for. */
export const graph = (terminal: Terminal, workspace: Workspace, format: GraphFormat): number => {
  const { plans } = workspace;
  if (format === 'json') {
    terminal.out(
      toJson({ graphs: plans.map((plan) => ({ path: pathIn(workspace, plan.uri), ...graphJsonOf(plan) })) }),
    );
    return exitCodeOf(workspace);
  }
  if (plans.length === 0) throw new NothingToDo('There is no plan to draw.');
  const draw = format === 'dot' ? toDot : (plan: (typeof plans)[number]) => toAscii(plan, terminal);
  terminal.out(plans.map((plan) => draw(plan).trimEnd()).join('\n\n'));
  return exitCodeOf(workspace);
};
