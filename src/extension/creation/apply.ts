import { Uri, workspace } from 'vscode';
import type { BatchHead, NewFile } from '../../engine/create/batch';
import { type BatchOutcome, runBatch } from '../../engine/create/runBatch';
import { UserError } from '../../shared/userError';
import type { PlaceFor } from './batchPlace';
import type { CreationUi } from './ui';

/** Some files of a batch to create. */
export interface Creating {
  readonly batch: BatchHead;
  readonly files: readonly NewFile[];
  /** Names the batch in the journal; the same for what is tried again of it. */
  readonly name: string;
}

/** Creates files and says what became of each; the only place of the extension that writes new documents. */
export type ApplyBatch = (creating: Creating, ui: Pick<CreationUi, 'progress'>) => Promise<BatchOutcome>;

/**
 * Creates file by file, with progress, until done or told to stop. Nothing that exists is touched, nothing outside the
 * workspace is written.
 */
export const createApplyBatch =
  (placeFor: () => Promise<PlaceFor>): ApplyBatch =>
  async ({ batch, files, name }, ui) => {
    const root = workspace.getWorkspaceFolder(Uri.parse(batch.plan))?.uri.toString();
    if (root === undefined) throw new UserError('This plan is outside the workspace.');
    const place = (await placeFor())(root);
    const run = { batch, files, root, name, at: new Date().toISOString() };
    return ui.progress(files.length, ({ report, isCancelled }) =>
      runBatch(place, { ...run, isCancelled, progress: (tried, file) => report(tried, file.name) }),
    );
  };
