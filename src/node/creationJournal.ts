import { mkdir, open, readdir, readFile, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { JournalStore } from '../engine/create/batchRun';
import { lazy } from '../shared/lazy';

/** One file a month, so that the journal never has to be rewritten; this many are kept. */
const FILES_KEPT = 3;
const FILE = /^creations-\d{4}-\d{2}\.jsonl$/;

/**
 * The folder where programs of a person keep what they have to remember: `XDG_STATE_HOME`, `LOCALAPPDATA` on Windows.
 * It is none of the workspace's, so that no batch shows up in its version control.
 */
export const stateFolder = (env: NodeJS.ProcessEnv, platform: NodeJS.Platform, home: string): string => {
  if (env.XDG_STATE_HOME) return join(env.XDG_STATE_HOME, 'parallel-plans');
  if (platform === 'win32') return join(env.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), 'parallel-plans');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'parallel-plans');
  return join(home, '.local', 'state', 'parallel-plans');
};

/** The journal that the editor and the command line of one person share. */
export const createDiskJournal = (
  folder = stateFolder(process.env, process.platform, homedir()),
  now = () => new Date(),
): JournalStore => {
  const tidyUp = lazy(() => removeOld(folder));
  return {
    read: async () => {
      const texts = await Promise.all(
        (await filesOf(folder)).map((name) => readFile(join(folder, name), 'utf8')),
      );
      return texts.join('\n');
    },
    append: async (lines) => {
      await mkdir(folder, { recursive: true });
      const file = await open(join(folder, `creations-${now().toISOString().slice(0, 7)}.jsonl`), 'a', 0o600);
      try {
        await file.appendFile(lines, 'utf8');
        await file.sync();
      } finally {
        await file.close();
      }
      await tidyUp();
    },
  };
};

/** Once in the life of a journal is enough: a file more comes once a month. */
const removeOld = async (folder: string): Promise<void> => {
  for (const name of (await filesOf(folder)).slice(0, -FILES_KEPT))
    await rm(join(folder, name), { force: true });
};

/** Oldest first; none where there is no such folder. */
const filesOf = async (folder: string): Promise<readonly string[]> => {
  try {
    return (await readdir(folder)).filter((name) => FILE.test(name)).sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
};
