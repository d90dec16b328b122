import { toAscii } from '../../engine/graph/ascii';
import { toDot } from '../../engine/graph/dot';
import { type ExportFormat, exportGraph, FILE_ENDINGS } from '../../engine/graph/exportGraph';
import { exportPng } from '../../engine/graph/exportPng';
import { graphJsonOf } from '../../engine/graph/graphJson';
import type { PlanLink } from '../../engine/links/link';
import { toLinksDot } from '../../engine/links/linksDot';
import { toLinksMermaid } from '../../engine/links/linksMermaid';
import { linkLines } from '../../engine/links/linksText';
import { planLinks } from '../../engine/links/planLinks';
import { printable } from '../../engine/words/printable';
import type { FileContent } from '../../node/createFile';
import { NothingToDo, UserError } from '../../shared/userError';
import { linkJson } from '../json/linkJson';
import { toJson } from '../json/toJson';
import { type Terminal, WITHOUT_TERMINAL_WIDTH } from '../terminal/terminal';
import { onlyPlan } from '../workspace/onlyPlan';
import { exitCodeOf, pathIn, type Workspace } from '../workspace/workspace';

export type GraphFormat = 'ascii' | ExportFormat;

export interface GraphOptions {
  readonly format: GraphFormat;
  /** File to write instead of standard output. */
  readonly output: string | undefined;
  /** Write over `output` where it exists. */
  readonly force: boolean;
}

/**
 * `graph`: the dependency graph of every plan asked for, and the links between them. Mermaid and pictures hold one: of
 * several plans Mermaid shows the links, and pictures ask which plan.
 */
export const graph = async (
  terminal: Terminal,
  workspace: Workspace,
  { format, output, force }: GraphOptions,
): Promise<number> => {
  if (format !== 'json' && workspace.plans.length === 0) throw new NothingToDo('There is no plan to draw.');
  if (output === undefined) {
    if (format === 'png') await printPng(terminal, workspace);
    else terminal.out(await textOf(workspace, format, terminal));
  } else {
    const content = format === 'png' ? await pngOf(terminal, workspace) : await fileTextOf(workspace, format);
    await write(output, content, force);
  }
  return exitCodeOf(workspace);
};

/**
 * The format that is asked for, else the one that the ending of the file says. Fails for an ending that says none;
 * a file without one is text.
 */
export const graphFormat = (asked: GraphFormat | undefined, output: string | undefined): GraphFormat => {
  if (asked !== undefined) return asked;
  const ending = /\.([^./\\]+)$/.exec(output ?? '')?.[1]?.toLowerCase();
  if (ending === undefined || ending === TEXT) return 'ascii';
  const formats = Object.keys(FILE_ENDINGS) as ExportFormat[];
  const format = formats.find((each) => FILE_ENDINGS[each] === ending);
  if (format) return format;
  const known = [...formats.map((each) => `.${FILE_ENDINGS[each]}`), `.${TEXT}`].join(', ');
  throw new UserError(`No format is called .${printable(ending)}: add --format, or use one of ${known}.`);
};

const TEXT = 'txt';

const textOf = async (
  workspace: Workspace,
  format: Exclude<GraphFormat, 'png'>,
  terminal: Pick<Terminal, 'width' | 'color'>,
): Promise<string> => {
  const { plans } = workspace;
  const links = planLinks(plans);
  switch (format) {
    case 'json':
      return toJson({
        graphs: plans.map((plan) => ({ path: pathIn(workspace, plan.uri), ...graphJsonOf(plan) })),
        links: links.map((link) => linkJson(workspace, link)),
      });
    case 'ascii':
      return [...plans.map((plan) => toAscii(plan, terminal).trimEnd()), ...linkText(links)].join('\n\n');
    case 'dot':
      return [...plans.map(toDot), ...(links.length > 0 ? [toLinksDot(plans, links)] : [])]
        .map((text) => text.trimEnd())
        .join('\n\n');
    case 'mermaid':
      if (plans.length > 1) return toLinksMermaid(plans, links).trimEnd();
      return (await exportGraph(onlyPlan(workspace), format, drawSvg)).trimEnd();
    case 'svg':
      return (await exportGraph(onlyPlan(workspace), format, drawSvg)).trimEnd();
  }
};

const fileTextOf = async (workspace: Workspace, format: Exclude<GraphFormat, 'png'>): Promise<string> =>
  `${await textOf(workspace, format, { width: WITHOUT_TERMINAL_WIDTH, color: false })}\n`;

const printPng = async (terminal: Terminal, workspace: Workspace): Promise<void> => {
  if (terminal.isScreen) {
    throw new UserError('A PNG is no text for a terminal: add --output FILE, or send it to another program.');
  }
  terminal.outBytes(await pngOf(terminal, workspace));
};

const pngOf = async (terminal: Terminal, workspace: Workspace): Promise<Uint8Array> => {
  const plan = onlyPlan(workspace);
  const { drawPng } = await import('./graphFile');
  const { bytes, notes } = await exportPng(plan, drawSvg, drawPng);
  for (const note of notes) terminal.err(`note: ${note}`);
  return bytes;
};

const write = async (output: string, content: FileContent, force: boolean): Promise<void> => {
  const { writeOutput } = await import('./graphFile');
  const written = await writeOutput(output, content, { force });
  if (!written.ok) throw new NothingToDo(`Nothing was written: ${printable(written.error.message)}.`);
};

const linkText = (links: readonly PlanLink[]): readonly string[] =>
  links.length === 0
    ? []
    : [['Links between plans', ...linkLines(links).map((line) => `  ${line}`)].join('\n')];

/** Graphviz is a bundle of its own, which nothing else of the command line reads. */
const drawSvg = async (dot: string): Promise<string | undefined> =>
  (await import('../../graphviz/graphviz')).draw(dot, 'svg');
