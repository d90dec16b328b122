import { open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type FileContent, throughDraft } from '../createFile';

/**
 * Gives a file this content, whole or not at all, whether it exists or not, down to the disk. Who reads it meanwhile
 * gets the old content or the new. Its folder exists.
 */
export const writeWhole = (path: string, content: FileContent): Promise<void> =>
  throughDraft(path, content, async (draft) => {
    await renameOver(draft, path);
    await syncFolder(dirname(path));
  });

/** Makes names in a folder last over a loss of power; nothing where the system cannot. */
export const syncFolder = async (path: string): Promise<void> => {
  if (IS_WINDOWS) return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } catch {
    // some file systems refuse to
  } finally {
    await folder.close();
  }
};

const IS_WINDOWS = process.platform === 'win32';
/** On Windows, whoever looks at the file is in the way: a virus scanner for seconds. */
const LIMIT_MS = 60_000;
const PAUSE_MS = 10;

/** Renames a file over another; on Windows, where that was never run, again and again for a minute. */
export const renameOver = async (from: string, to: string): Promise<void> => {
  for (const end = performance.now() + LIMIT_MS; ; ) {
    try {
      return await rename(from, to);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      const isInTheWay = code === 'EPERM' || code === 'EACCES' || code === 'EBUSY';
      if (!IS_WINDOWS || !isInTheWay || performance.now() > end) throw error;
      await pause(PAUSE_MS);
    }
  }
};
