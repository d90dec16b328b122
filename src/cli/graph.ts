import { toAscii } from '../engine/graph/ascii';
import { toDot } from '../engine/graph/dot';
import { type ExportFormat, exportGraph } from '../engine/graph/exportGraph';
import { graphJsonOf } from '../engine/graph/graphJson';
import { NothingToDo } from '../shared/userError';
import { onlyPlan } from './onlyPlan';
import { toJson } from './plain';
import type { Terminal } from './terminal';
import { exitCodeOf, pathIn, type Workspace } from './workspace';

export type GraphFormat = 'ascii' | ExportFormat;

/** `graph`: the dependency graph of every plan asked for; Mermaid and SVG files hold one, so there they are of one plan. */
export const graph = async (
  terminal: Terminal,
  workspace: Workspace,
  format: GraphFormat,
): Promise<number> => {
  const { plans } = workspace;
  if (format !== 'json' && plans.length === 0) throw new NothingToDo('There is no plan to draw.');
  switch (format) {
    case 'json':
      terminal.out(
        toJson({
          graphs: plans.map((plan) => ({ path: pathIn(workspace, plan.uri), ...graphJsonOf(plan) })),
        }),
      );
      break;
    case 'ascii':
      terminal.out(plans.map((plan) => toAscii(plan, terminal).trimEnd()).join('\n\n'));
      break;
    case 'dot':
      terminal.out(plans.map((plan) => toDot(plan).trimEnd()).join('\n\n'));
      break;
    case 'mermaid':
    case 'svg':
      terminal.out((await exportGraph(onlyPlan(workspace), format, drawSvg)).trimEnd());
  }
  return exitCodeOf(workspace);
};

/** Graphviz is a bundle of its own, which nothing else of the command line reads. */
const drawSvg = async (dot: string): Promise<string | undefined> =>
  (await import('../graphviz/graphviz')).draw(dot, 'svg');
