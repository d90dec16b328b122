import { l10n, Uri, WorkspaceEdit, workspace } from 'vscode';
import type { BatchHead, NewFile } from '../../engine/create/batch';
import { type BatchOutcome, type CreationPlace, runBatch } from '../../engine/create/runBatch';
import { lazy } from '../../shared/lazy';
import { fail, ok } from '../../shared/result';
import { UserError } from '../../shared/userError';
import { placeOf, refusalOf } from './place';
import type { PlaceFor } from './places';
import type { CreationUi } from './ui';

export type ApplyMode = 'at-once' | 'preview';

/** Some files of a batch to create. */
export interface Creating {
  readonly batch: BatchHead;
  readonly files: readonly NewFile[];
  /** Names the batch in the journal; the same for what is tried again of it. */
  readonly name: string;
  readonly mode: ApplyMode;
}

/** Creates files and says what became of each; the only place of the extension that writes new documents. */
export type ApplyBatch = (creating: Creating, ui: Pick<CreationUi, 'progress'>) => Promise<BatchOutcome>;

/**
 * Creates file by file, with progress, until done or told to stop; or through the editor's preview, where each file
 * can be left out. Nothing that exists is touched, nothing outside the workspace is written.
 */
export const createApplyBatch =
  (placeFor: () => Promise<PlaceFor>): ApplyBatch =>
  async ({ batch, files, name, mode }, ui) => {
    const root = workspace.getWorkspaceFolder(Uri.parse(batch.plan))?.uri.toString();
    if (root === undefined) throw new UserError(l10n.t('This plan lies outside the workspace.'));
    const place = (await placeFor())(root);
    const run = { batch, files, root, name, at: new Date().toISOString() };
    if (mode === 'at-once') {
      return ui.progress(files.length, ({ report, isCancelled }) =>
        runBatch(place, { ...run, isCancelled, progress: (tried, file) => report(tried, file.name) }),
      );
    }
    const outcome = await runBatch(previewing(place, files), run);
    return { ...outcome, failed: outcome.failed.filter(({ reason }) => reason !== LEFT_OUT) };
  };

/** Why a file was not created that the person took out of the preview. */
const LEFT_OUT = 'left out';

/** Creates everything that was ticked in the editor's preview when the first file is asked for. */
const previewing = (place: CreationPlace, files: readonly NewFile[]): CreationPlace => {
  const preview = lazy(async () => {
    const refusals = new Map<NewFile, string>();
    for (const file of files) {
      const where = await placeOf(Uri.parse(file.uri));
      const refusal = refusalOf(where);
      if (refusal !== undefined) refusals.set(file, refusal);
    }
    const wanted = files.filter((file) => !refusals.has(file));
    if (wanted.length > 0) await workspace.applyEdit(editFor(wanted), { isRefactoring: true });
    return refusals;
  });
  return {
    ...place,
    create: async (file) => {
      const refusal = (await preview()).get(file);
      if (refusal === undefined && (await holds(file))) return ok(undefined);
      return fail(new UserError(refusal ?? LEFT_OUT));
    },
  };
};

const editFor = (files: readonly NewFile[]): WorkspaceEdit => {
  const edit = new WorkspaceEdit();
  for (const { uri, content } of files) {
    edit.createFile(
      Uri.parse(uri),
      { overwrite: false, ignoreIfExists: false, contents: new TextEncoder().encode(content) },
      { needsConfirmation: true, label: l10n.t('Create documents') },
    );
  }
  return edit;
};

/** Whether the file is there with exactly the content it was to get. */
const holds = async ({ uri, content }: NewFile): Promise<boolean> => {
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(Uri.parse(uri))) === content;
  } catch {
    return false;
  }
};
