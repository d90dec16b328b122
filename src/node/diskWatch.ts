import { existsSync, type FSWatcher, watch as watchPath } from 'node:fs';
import { join, sep } from 'node:path';
import { URI } from 'vscode-uri';
import type { FileChange, FileChangeKind, Logger } from '../engine/files';
import type { Disposable } from '../shared/dispose';
import { Emitter } from '../shared/event';
import { messageOf } from '../shared/userError';

/** Milliseconds of silence before changes are told, so that one save is one change. */
const QUIET = 100;

/** Watches the roots added so far, as long as somebody listens. */
export interface DiskWatch {
  addRoot(path: string): void;
  subscribe(listener: (changes: readonly FileChange[]) => void): Disposable;
}

/** @param isLeftOut whether what happens in folders of a name is of no interest */
export const createDiskWatch = (logger: Logger, isLeftOut: (name: string) => boolean): DiskWatch =>
  new Watch(logger, isLeftOut);

class Watch implements DiskWatch {
  readonly #logger: Logger;
  readonly #isLeftOut: (name: string) => boolean;
  readonly #roots = new Set<string>();
  readonly #watchers = new Map<string, FSWatcher>();
  readonly #changes: Emitter<readonly FileChange[]>;
  /** Changed paths that are not told yet, each with whether its name came or went. */
  readonly #pending = new Map<string, boolean>();
  #timer: NodeJS.Timeout | undefined;
  #listeners = 0;

  constructor(logger: Logger, isLeftOut: (name: string) => boolean) {
    this.#logger = logger;
    this.#isLeftOut = isLeftOut;
    this.#changes = new Emitter((error) => logger.error('A listener to file changes failed.', error));
  }

  addRoot(path: string): void {
    this.#roots.add(path);
    if (this.#listeners > 0) this.#watch(path);
  }

  subscribe(listener: (changes: readonly FileChange[]) => void): Disposable {
    const subscription = this.#changes.event(listener);
    this.#listeners++;
    for (const root of this.#roots) this.#watch(root);
    let disposed = false;
    return {
      dispose: () => {
        if (disposed) return;
        disposed = true;
        subscription.dispose();
        this.#listeners--;
        if (this.#listeners === 0) this.#stop();
      },
    };
  }

  #watch(root: string): void {
    if (this.#watchers.has(root)) return;
    try {
      const watcher = watchPath(root, { recursive: true, persistent: false });
      watcher.on('change', (event, name) => {
        if (name !== null) this.#note(root, name.toString(), event === 'rename');
      });
      watcher.on('error', (error) => this.#giveUp(root, error));
      this.#watchers.set(root, watcher);
    } catch (error) {
      this.#giveUp(root, error);
    }
  }

  #giveUp(root: string, error: unknown): void {
    this.#logger.warn(`${root} is not watched for changes: ${messageOf(error)}`);
    this.#watchers.get(root)?.close();
    this.#watchers.delete(root);
  }

  #note(root: string, name: string, cameOrWent: boolean): void {
    if (name.split(sep).some(this.#isLeftOut)) return;
    const path = join(root, name);
    this.#pending.set(path, cameOrWent || this.#pending.get(path) === true);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#tell(), QUIET);
  }

  #tell(): void {
    const changes = [...this.#pending].map(([path, cameOrWent]) => ({
      uri: URI.file(path).toString(),
      kind: kindOf(path, cameOrWent),
    }));
    this.#pending.clear();
    this.#changes.fire(changes);
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#pending.clear();
    for (const watcher of this.#watchers.values()) watcher.close();
    this.#watchers.clear();
  }
}

const kindOf = (path: string, cameOrWent: boolean): FileChangeKind => {
  if (!existsSync(path)) return 'deleted';
  return cameOrWent ? 'created' : 'changed';
};
