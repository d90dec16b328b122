import { l10n, Uri, workspace } from 'vscode';
import { type DrawSvg, type ExportFormat, exportGraph } from '../../engine/graph/exportGraph';
import type { AnalysedPlan } from '../../engine/model/analysis';
import { nameOf, parentUri } from '../../engine/model/uri';
import { messageOf, UserError } from '../../shared/userError';

/** Everything that an export asks and says; the editor's own, or a script in the tests. */
export interface ExportUi {
  pickFormat(plan: AnalysedPlan): Promise<ExportFormat | undefined>;
  /** Where to write; whoever answers with a file that exists has agreed to lose what it says. */
  pickFile(suggested: Uri, format: ExportFormat): Promise<Uri | undefined>;
  written(file: Uri): void;
}

export const EXTENSIONS: Readonly<Record<ExportFormat, string>> = {
  svg: 'svg',
  mermaid: 'mmd',
  dot: 'dot',
  json: 'json',
};

/**
 * Writes the graph of a plan into the file that was asked for, as the plan is once that is known, and nowhere else.
 * Gives the file; undefined when the person turned away.
 */
export const exportInto = async (
  plan: () => Promise<AnalysedPlan | undefined>,
  ui: ExportUi,
  drawSvg: DrawSvg,
): Promise<Uri | undefined> => {
  const asked = await plan();
  const format = asked && (await ui.pickFormat(asked));
  if (!format) return undefined;
  const file = await ui.pickFile(suggestedFile(asked, format), format);
  if (!file) return undefined;
  const current = await plan();
  if (!current) throw new UserError(l10n.t('This plan is no longer in the workspace.'));
  const text = await exportGraph(current, format, drawSvg);
  try {
    await workspace.fs.writeFile(file, new TextEncoder().encode(text));
  } catch (error) {
    throw new UserError(l10n.t('The graph could not be written: {0}', messageOf(error)), { cause: error });
  }
  ui.written(file);
  return file;
};

/** `PLAN_ALPHA-graph.svg` beside the PLAN; a batch of PRPs has no document, so beside its files. */
const suggestedFile = ({ kind, uri, name, folders }: AnalysedPlan, format: ExportFormat): Uri => {
  const isPlan = kind === 'plan';
  const stem = isPlan ? nameOf(uri).replace(/\.md$/i, '') : name;
  return Uri.joinPath(
    Uri.parse(isPlan ? parentUri(uri) : folders.root),
    `${stem}-graph.${EXTENSIONS[format]}`,
  );
};
