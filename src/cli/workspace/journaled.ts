import { randomUUID } from 'node:crypto';
import type { BatchHead, NewFile } from '../../engine/create/batch';
import type { JournalBatch } from '../../engine/create/journal';
import { type BatchOutcome, runBatch } from '../../engine/create/runBatch';
import { lastBatch, type Undone, undoBatch } from '../../engine/create/undoBatch';
import { createDiskJournal } from '../../node/creationJournal';
import { createDiskPlace } from '../../node/creationPlace';

/** Creates a batch below `root` and writes down what it made. */
export const createJournaled = (
  batch: BatchHead & { readonly files: readonly NewFile[] },
  root: string,
): Promise<BatchOutcome> =>
  runBatch(createDiskPlace(root), {
    batch,
    files: batch.files,
    root,
    name: randomUUID(),
    at: new Date().toISOString(),
  });

/** The last batch whose plan is meant. */
export const lastOf = (isMeant: (plan: string) => boolean): Promise<JournalBatch | undefined> =>
  lastBatch(createDiskJournal(), ({ plan }) => isMeant(plan));

export const undo = (batch: JournalBatch, root: string): Promise<Undone> =>
  undoBatch(createDiskPlace(root), batch);
