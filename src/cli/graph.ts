import { toAscii } from '../engine/graph/ascii';
import { toDot } from '../engine/graph/dot';
import { type ExportFormat, exportGraph } from '../engine/graph/exportGraph';
import { graphJsonOf } from '../engine/graph/graphJson';
import { toLinksDot } from '../engine/links/linksDot';
import { toLinksMermaid } from '../engine/links/linksMermaid';
import { linkLines } from '../engine/links/linksText';
import { type PlanLink, planLinks } from '../engine/links/planLinks';
import { NothingToDo } from '../shared/userError';
import { linkJson } from './linkJson';
import { onlyPlan } from './onlyPlan';
import { toJson } from './plain';
import type { Terminal } from './terminal';
import { exitCodeOf, pathIn, type Workspace } from './workspace';

export type GraphFormat = 'ascii' | ExportFormat;

/**
 * `graph`: the dependency graph of every plan asked for, and the links between them. Mermaid and SVG files hold one: of
 * several plans Mermaid shows the links, and SVG asks which plan.
 */
export const graph = async (
  terminal: Terminal,
  workspace: Workspace,
  format: GraphFormat,
): Promise<number> => {
  const { plans } = workspace;
  const links = planLinks(plans);
  if (format !== 'json' && plans.length === 0) throw new NothingToDo('There is no plan to draw.');
  switch (format) {
    case 'json':
      terminal.out(
        toJson({
          graphs: plans.map((plan) => ({ path: pathIn(workspace, plan.uri), ...graphJsonOf(plan) })),
          links: links.map((link) => linkJson(workspace, link)),
        }),
      );
      break;
    case 'ascii':
      terminal.out(
        [...plans.map((plan) => toAscii(plan, terminal).trimEnd()), ...linkText(links)].join('\n\n'),
      );
      break;
    case 'dot':
      terminal.out(
        [...plans.map(toDot), ...(links.length > 0 ? [toLinksDot(plans, links)] : [])]
          .map((text) => text.trimEnd())
          .join('\n\n'),
      );
      break;
    case 'mermaid':
      if (plans.length > 1) terminal.out(toLinksMermaid(plans, links).trimEnd());
      else terminal.out((await exportGraph(onlyPlan(workspace), format, drawSvg)).trimEnd());
      break;
    case 'svg':
      terminal.out((await exportGraph(onlyPlan(workspace), format, drawSvg)).trimEnd());
  }
  return exitCodeOf(workspace);
};

const linkText = (links: readonly PlanLink[]): readonly string[] =>
  links.length === 0
    ? []
    : [['Links between plans', ...linkLines(links).map((line) => `  ${line}`)].join('\n')];

/** Graphviz is a bundle of its own, which nothing else of the command line reads. */
const drawSvg = async (dot: string): Promise<string | undefined> =>
  (await import('../graphviz/graphviz')).draw(dot, 'svg');
