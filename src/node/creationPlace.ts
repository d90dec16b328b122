import { readdir, readFile, rm, rmdir, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { CreationPlace, JournalStore } from '../engine/create/batchRun';
import { sha256 } from '../engine/create/sha256';
import type { UndoPlace } from '../engine/create/undoBatch';
import { createFile, isLeftBehind } from './createFile';
import { createDiskJournal } from './creationJournal';
import { pathOfUri } from './diskFiles';

/** The disk as a place where batches are created and taken back; nothing is written outside `rootUri`. */
export const createDiskPlace = (
  rootUri: string,
  journal: JournalStore = createDiskJournal(),
): CreationPlace & UndoPlace => ({
  journal,
  create: (file) => createFile(file, rootUri),
  exists: async (uri) => (await statOf(uri)) !== undefined,
  stateOf: async ({ uri, sha256: expected }) => {
    const path = pathOfUri(uri);
    if (path === undefined) return 'gone';
    try {
      return (await sha256(await readFile(path))) === expected ? 'unchanged' : 'edited';
    } catch (error) {
      return isGone(error) ? 'gone' : 'edited';
    }
  },
  remove: async (uri) => {
    const path = pathOfUri(uri);
    if (path !== undefined) await unlink(path);
  },
  removeDrafts: async (folder) => {
    const path = pathOfUri(folder);
    const names = path === undefined ? [] : await readdir(path).catch(() => []);
    // one that cannot be removed is in nobody's way
    for (const name of names.filter(isLeftBehind)) await rm(join(path ?? '', name)).catch(() => undefined);
  },
  removeFolderIfEmpty: async (uri) => {
    const path = pathOfUri(uri);
    // something is in it, or it is gone already: either way it is not ours to remove
    if (path !== undefined) await rmdir(path).catch(() => undefined);
  },
});

const statOf = async (uri: string) => {
  const path = pathOfUri(uri);
  return path === undefined ? undefined : stat(path).catch(() => undefined);
};

const isGone = (error: unknown): boolean => {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  return code === 'ENOENT' || code === 'ENOTDIR';
};
