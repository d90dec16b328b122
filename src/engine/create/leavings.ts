import { isInside, parentUri } from '../model/uri';
import type { NewFile } from './batch';
import type { BatchRun, CreationPlace } from './batchRun';
import { readJournal } from './journal';

/**
 * Removes what killed processes left half written: in the folders of a batch and of its PLAN, and wherever below the
 * root the journal knows of a batch that was cut off. What cannot be looked at stays; nothing is kept from being created.
 */
export const removeLeavings = async (
  place: Pick<CreationPlace, 'journal' | 'removeDrafts'>,
  { batch, files, root }: Pick<BatchRun, 'batch' | 'files' | 'root'>,
): Promise<void> => {
  const folders = new Set([...foldersOf(files), parentUri(batch.plan), ...(await cutOff(place))]);
  for (const folder of folders) {
    if (folder === root || isInside(root, folder)) await place.removeDrafts(folder);
  }
};

const foldersOf = (files: readonly Pick<NewFile, 'uri'>[]): readonly string[] =>
  files.map(({ uri }) => parentUri(uri));

/** Without a journal nothing is known of other batches. */
const cutOff = async ({ journal }: Pick<CreationPlace, 'journal'>): Promise<readonly string[]> => {
  const text = await journal.read().catch(() => '');
  return readJournal(text).flatMap((batch) =>
    batch.isFinished ? [] : [...foldersOf(batch.files), parentUri(batch.plan)],
  );
};
