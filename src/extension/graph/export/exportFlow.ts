import { ProgressLocation, Uri, window, workspace } from 'vscode';
import type { Drawers, GraphFormat } from '../../../engine/export/graphFormat';
import type { AnalysedPlan } from '../../../engine/model/analysis';
import { nameOf, parentUri } from '../../../engine/model/uri';
import { messageOf, UserError } from '../../../shared/userError';

/** Everything that an export asks and says; the editor's own, or a script in the tests. */
export interface ExportUi {
  pickFormat(plan: AnalysedPlan, formats: readonly GraphFormat[]): Promise<GraphFormat | undefined>;
  /** Where to write; whoever answers with a file that exists has agreed to lose what it says. */
  pickFile(suggested: Uri, format: GraphFormat): Promise<Uri | undefined>;
  /** `notes`: sentences about what is in it. */
  written(file: Uri, notes: readonly string[]): void;
}

/** What an export works with. */
export interface ExportNeeds {
  /** The plan as it is now; undefined when it is gone. */
  plan(): Promise<AnalysedPlan | undefined>;
  formats(): Promise<readonly GraphFormat[]>;
  readonly drawers: Drawers;
}

/**
 * Writes the graph of a plan into the file that was asked for, as the plan is once that is known, and nowhere else.
 * Gives the file; undefined when the person turned away.
 */
export const exportInto = async (
  { plan, formats, drawers }: ExportNeeds,
  ui: ExportUi,
): Promise<Uri | undefined> => {
  const asked = await plan();
  const format = asked && (await ui.pickFormat(asked, await formats()));
  if (!format) return undefined;
  const file = await ui.pickFile(suggestedFile(asked, format), format);
  if (!file) return undefined;
  const current = await plan();
  if (!current) throw new UserError('This plan is no longer in the workspace.');
  const progress = { location: ProgressLocation.Window, title: 'Drawing the graph' };
  const { content, notes } = await window.withProgress(progress, () => format.draw(current, drawers));
  try {
    await workspace.fs.writeFile(
      file,
      typeof content === 'string' ? new TextEncoder().encode(content) : content,
    );
  } catch (error) {
    throw new UserError(`The graph could not be written: ${messageOf(error)}`, { cause: error });
  }
  ui.written(file, notes);
  return file;
};

/** `PLAN_ALPHA-graph.svg` beside the PLAN; a batch of PRPs has no document, so beside its files. */
const suggestedFile = ({ kind, uri, name, folders }: AnalysedPlan, { ending }: GraphFormat): Uri => {
  const isPlan = kind === 'plan';
  const stem = isPlan ? nameOf(uri).replace(/\.md$/i, '') : name;
  return Uri.joinPath(Uri.parse(isPlan ? parentUri(uri) : folders.root), `${stem}-graph.${ending}`);
};
