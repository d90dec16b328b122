import { l10n, ProgressLocation, Uri, window, workspace } from 'vscode';
import { type ExportFormat, exportGraph, FILE_ENDINGS } from '../../../engine/graph/exportGraph';
import { type ExportedPicture, exportPng } from '../../../engine/graph/exportPng';
import type { AnalysedPlan } from '../../../engine/model/analysis';
import { nameOf, parentUri } from '../../../engine/model/uri';
import { messageOf, UserError } from '../../../shared/userError';
import type { Drawers } from './drawers';

/** Everything that an export asks and says; the editor's own, or a script in the tests. */
export interface ExportUi {
  pickFormat(plan: AnalysedPlan): Promise<ExportFormat | undefined>;
  /** Where to write; whoever answers with a file that exists has agreed to lose what it says. */
  pickFile(suggested: Uri, format: ExportFormat): Promise<Uri | undefined>;
  /** `notes`: sentences about what is in it. */
  written(file: Uri, notes: readonly string[]): void;
}

/**
 * Writes the graph of a plan into the file that was asked for, as the plan is once that is known, and nowhere else.
 * Gives the file; undefined when the person turned away.
 */
export const exportInto = async (
  plan: () => Promise<AnalysedPlan | undefined>,
  ui: ExportUi,
  draw: Drawers,
): Promise<Uri | undefined> => {
  const asked = await plan();
  const format = asked && (await ui.pickFormat(asked));
  if (!format) return undefined;
  const file = await ui.pickFile(suggestedFile(asked, format), format);
  if (!file) return undefined;
  const current = await plan();
  if (!current) throw new UserError(l10n.t('This plan is no longer in the workspace.'));
  const progress = { location: ProgressLocation.Window, title: l10n.t('Drawing the graph') };
  const { bytes, notes } = await window.withProgress(progress, async () => contentOf(current, format, draw));
  try {
    await workspace.fs.writeFile(file, bytes);
  } catch (error) {
    throw new UserError(l10n.t('The graph could not be written: {0}', messageOf(error)), { cause: error });
  }
  ui.written(file, notes);
  return file;
};

const contentOf = async (
  plan: AnalysedPlan,
  format: ExportFormat,
  draw: Drawers,
): Promise<ExportedPicture> => {
  if (format === 'png') return exportPng(plan, draw.svg, draw.png);
  return { bytes: new TextEncoder().encode(await exportGraph(plan, format, draw.svg)), notes: [] };
};

/** `PLAN_ALPHA-graph.svg` beside the PLAN; a batch of PRPs has no document, so beside its files. */
const suggestedFile = ({ kind, uri, name, folders }: AnalysedPlan, format: ExportFormat): Uri => {
  const isPlan = kind === 'plan';
  const stem = isPlan ? nameOf(uri).replace(/\.md$/i, '') : name;
  return Uri.joinPath(
    Uri.parse(isPlan ? parentUri(uri) : folders.root),
    `${stem}-graph.${FILE_ENDINGS[format]}`,
  );
};
