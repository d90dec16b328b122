import { messageOf } from '../../shared/userError';
import { parentUri } from '../model/uri';
import type { JournalStore } from './batchRun';
import { type JournalBatch, type JournalFile, journalLine, readJournal } from './journal';

/** `unchanged`: exactly what the batch wrote, on disk and in every editor. */
export type FileState = 'unchanged' | 'edited' | 'gone';

/** What taking a batch back needs of the place where its files are. */
export interface UndoPlace {
  readonly journal: JournalStore;
  stateOf(file: JournalFile): Promise<FileState>;
  /** Removes a file; rejects with the reason when that fails. */
  remove(uri: string): Promise<void>;
  /** Removes what killed processes left half written in a folder; never rejects. */
  removeDrafts(folder: string): Promise<void>;
  /** Removes a folder if nothing is in it. */
  removeFolderIfEmpty(uri: string): Promise<void>;
}

/** What became of the files of a batch that was taken back. */
export interface Undone {
  readonly removed: readonly JournalFile[];
  /** Edited since, or with unsaved changes: left as they are. */
  readonly kept: readonly JournalFile[];
  readonly failed: readonly { readonly file: JournalFile; readonly reason: string }[];
}

/** The batch that undo would take back: the last one, of this plan where one is named. */
export const lastBatch = async (
  journal: JournalStore,
  isMeant: (batch: JournalBatch) => boolean,
): Promise<JournalBatch | undefined> => readJournal(await journal.read()).findLast(isMeant);

/**
 * Removes exactly the files and folders a batch made. Files edited since stay, and so does a folder with anything in
 * it. When a file could not be removed the batch stays in the journal, to be tried again.
 */
export const undoBatch = async (place: UndoPlace, batch: JournalBatch): Promise<Undone> => {
  const removed: JournalFile[] = [];
  const kept: JournalFile[] = [];
  const failed: Undone['failed'][number][] = [];
  for (const file of madeBy(batch)) {
    const state = await place.stateOf(file);
    if (state === 'edited') kept.push(file);
    if (state !== 'unchanged') continue;
    try {
      await place.remove(file.uri);
      removed.push(file);
    } catch (error) {
      failed.push({ file, reason: messageOf(error) });
    }
  }
  await removeDraftsOf(place, batch);
  for (const folder of [...batch.folders].reverse()) await place.removeFolderIfEmpty(folder);
  if (failed.length === 0) await place.journal.append(journalLine({ type: 'undone', batch: batch.batch }));
  return { removed, kept, failed };
};

/**
 * Closes a batch that a crash cut off, with what it made as far as can be told: then it is known for finished, and can
 * still be taken back. Resolves with the files that are there.
 */
export const settleBatch = async (place: UndoPlace, batch: JournalBatch): Promise<readonly JournalFile[]> => {
  const made: JournalFile[] = [];
  for (const file of batch.files) {
    if (batch.created.has(file.uri) || (await place.stateOf(file)) === 'unchanged') made.push(file);
  }
  await removeDraftsOf(place, batch);
  const records = made.map(({ uri }) => journalLine({ type: 'created', batch: batch.batch, uri }));
  await place.journal.append([...records, journalLine({ type: 'end', batch: batch.batch })].join(''));
  return made;
};

const removeDraftsOf = async (place: UndoPlace, { files, plan }: JournalBatch): Promise<void> => {
  for (const folder of new Set([...files.map(({ uri }) => parentUri(uri)), parentUri(plan)]))
    await place.removeDrafts(folder);
};

/** After a crash the last file may be there without a word in the journal. */
const madeBy = ({ files, created, isFinished }: JournalBatch): readonly JournalFile[] =>
  isFinished ? files.filter(({ uri }) => created.has(uri)) : files;
