import { Disposable, window, workspace } from 'vscode';
import type { Engine } from '../../engine/engine';
import type { Logger } from '../../engine/files';
import { letGoOfMissing } from './letGo';

/** When after the start the disk is looked at again, in milliseconds: watchers of large folders take long to begin. */
const AFTER_START_MS: readonly number[] = [3_000, 15_000, 60_000];
/** Somebody who goes back and forth between windows does not look at it each time, in milliseconds. */
const REST_MS = 5_000;
/** Clocks of disks are coarse, and not ours, in milliseconds. */
const MARGIN_MS = 3_000;

/**
 * Looks for changes on disk that the editor's watcher did not tell: those made before it began to watch, and what it lost
 * while the window was in the background.
 */
export const catchUpWithDisk = (engine: Engine, logger: Logger): Disposable => {
  let last = Date.now();
  // elsewhere listing takes a request for every folder, and there is no watcher of a disk to make good for
  const isOnDisk = (): boolean =>
    workspace.workspaceFolders?.every(({ uri: { scheme } }) => scheme === 'file') === true;
  const catchUp = (): void => {
    if (!isOnDisk()) return;
    const since = last - MARGIN_MS;
    last = Date.now();
    Promise.all([engine.catchUp(since), letGoOfMissing(engine)]).catch((error: unknown) =>
      logger.error('Looking for missed changes failed', error),
    );
  };
  const timers = AFTER_START_MS.map((delay) => setTimeout(catchUp, delay));
  return Disposable.from(
    { dispose: () => timers.forEach(clearTimeout) },
    window.onDidChangeWindowState(({ focused }) => {
      if (focused && Date.now() - last > REST_MS) catchUp();
    }),
  );
};
