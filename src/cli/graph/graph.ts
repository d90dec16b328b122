import { graphFormats } from '../../engine/export/formats';
import type { Drawers, GraphFormat } from '../../engine/export/graphFormat';
import { planLinks } from '../../engine/links/planLinks';
import { printable } from '../../engine/words/printable';
import { NothingToDo, UserError } from '../../shared/userError';
import { rangeOf } from '../json/findingJson';
import { type Terminal, WITHOUT_TERMINAL_WIDTH } from '../terminal/terminal';
import { onlyPlan } from '../workspace/onlyPlan';
import { exitCodeOf, pathIn, type Workspace } from '../workspace/workspace';

export interface GraphOptions {
  readonly format: GraphFormat;
  /** File to write instead of standard output. */
  readonly output: string | undefined;
  /** Write over `output` where it exists. */
  readonly force: boolean;
}

/**
 * `graph`: the dependency graph of every plan asked for, and the links between them. A format that can hold one plan
 * only asks which.
 */
export const graph = async (
  terminal: Terminal,
  workspace: Workspace,
  { format, output, force }: GraphOptions,
): Promise<number> => {
  // programs get an empty list
  if (format.id !== 'json' && workspace.plans.length === 0)
    throw new NothingToDo('There is no plan to draw.');
  const inFile = { width: WITHOUT_TERMINAL_WIDTH, color: false };
  const content = await contentOf(terminal, workspace, format, output === undefined ? terminal : inFile);
  if (output !== undefined) await write(output, content, force);
  else if (typeof content === 'string') terminal.out(content.trimEnd());
  else printBytes(terminal, format, content);
  return exitCodeOf(workspace);
};

/**
 * The format that is asked for, else the one that the ending of the file says, else text. Fails for an ending that says
 * none.
 */
export const graphFormat = (asked: string | undefined, output: string | undefined): GraphFormat => {
  const ending = /\.([^./\\]+)$/.exec(output ?? '')?.[1]?.toLowerCase();
  const isMeant = ({ id, ending: own }: GraphFormat): boolean =>
    asked === undefined && ending !== undefined ? own === ending : id === (asked ?? 'ascii');
  const format = graphFormats.find(isMeant);
  if (format) return format;
  const known = graphFormats.map((each) => `.${each.ending}`).join(', ');
  throw new UserError(
    `There is no format for .${printable(ending ?? '')} files. Add --format, or use one of ${known}.`,
  );
};

const contentOf = async (
  terminal: Terminal,
  workspace: Workspace,
  format: GraphFormat,
  look: Pick<Terminal, 'width' | 'color'>,
): Promise<string | Uint8Array> => {
  const { plans } = workspace;
  if (format.drawAll) {
    const text = format.drawAll({
      plans,
      links: planLinks(plans),
      width: look.width,
      color: look.color,
      pathOf: (uri) => pathIn(workspace, uri),
      rangeOf: (place) => rangeOf(workspace, place),
    });
    return `${text.trimEnd()}\n`;
  }
  const { content, notes } = await format.draw(onlyPlan(workspace), drawers);
  for (const note of notes) terminal.err(`note: ${note}`);
  return content;
};

const printBytes = (terminal: Terminal, { name }: GraphFormat, bytes: Uint8Array): void => {
  if (terminal.isScreen) {
    throw new UserError(
      `Cannot print a ${name} to a terminal. Add --output FILE, or pipe it to another program.`,
    );
  }
  terminal.outBytes(bytes);
};

const write = async (output: string, content: string | Uint8Array, force: boolean): Promise<void> => {
  const { writeOutput } = await import('./graphFile');
  const written = await writeOutput(output, content, { force });
  if (!written.ok) throw new NothingToDo(`Nothing was written: ${printable(written.error.message)}.`);
};

/** What draws is in bundles of its own, which nothing else of the command line reads. */
const drawers: Drawers = {
  svg: async (dot) => (await import('../../graphviz/graphviz')).draw(dot, 'svg'),
  png: async (svg) => (await import('./graphFile')).drawPng(svg),
};
