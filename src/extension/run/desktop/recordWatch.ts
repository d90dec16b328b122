import { existsSync, type FSWatcher, watch } from 'node:fs';
import type { Logger } from '../../../engine/files';
import { homeFolder, runsFolder } from '../../../node/run/record/runFolder';
import type { Disposable } from '../../../shared/dispose';
import { messageOf } from '../../../shared/userError';

export interface RecordWatch extends Disposable {
  /**
   * What to watch from now on: in folders that runs belong to, that the first record, further ones, and locks come and
   * go; in records, that they grow.
   */
  follow(homes: readonly string[], records: readonly string[]): void;
}

/** Tells that something changed, not what. Folders that do not exist are not watched, nor is what cannot be. */
export const watchRecords = (logger: Logger, onChange: () => void): RecordWatch => {
  const watchers = new Map<string, FSWatcher>();
  const end = (path: string): void => {
    watchers.get(path)?.close();
    watchers.delete(path);
  };
  const begin = (path: string): void => {
    try {
      const watcher = watch(path, { persistent: false }, onChange);
      watcher.on('error', () => end(path));
      watchers.set(path, watcher);
    } catch (error) {
      // whoever goes on is looked after anyway
      logger.warn(`${path} cannot be watched: ${messageOf(error)}`);
    }
  };
  return {
    follow: (homes, records) => {
      const wanted = new Set([...homes.flatMap(foldersOf), ...records]);
      for (const path of [...watchers.keys()]) if (!wanted.has(path) || !existsSync(path)) end(path);
      for (const path of wanted) if (!watchers.has(path) && existsSync(path)) begin(path);
    },
    dispose: () => {
      for (const path of [...watchers.keys()]) end(path);
    },
  };
};

/** Where the first record of a folder, and further ones, come and go. */
const foldersOf = (home: string): readonly string[] =>
  existsSync(homeFolder(home)) ? [homeFolder(home), runsFolder(home)] : [home];
