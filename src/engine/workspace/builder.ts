import type { Snapshot } from '../engine';
import { LayoutReader, type WorkspaceLayout } from '../join/layout';
import { BuildPass, type Remembered } from './buildPass';
import { type DocumentStore, linesOf } from './documents';
import type { FolderIndex } from './folderIndex';
import { createSnapshot } from './snapshot';
import { unreadableFinding } from './unreadable';

export interface BuildResult {
  readonly snapshot: Snapshot;
  /** Documents that are needed but not read yet: read them and build again. */
  readonly missing: readonly string[];
  /** False when the result equals the one before. */
  readonly changed: boolean;
}

/** Builds snapshots; what did not change since the one before is not worked out again. */
export class SnapshotBuilder {
  readonly #index: FolderIndex;
  readonly #documents: DocumentStore;
  readonly #layouts = new LayoutReader();
  #layout: WorkspaceLayout = { plans: [], parallels: [], prps: [] };
  #indexVersion = -1;
  #last: BuildResult | undefined;
  #remembered: ReadonlyMap<string, Remembered> = new Map();
  #unreadable: readonly string[] = [];

  constructor(index: FolderIndex, documents: DocumentStore) {
    this.#index = index;
    this.#documents = documents;
  }

  build(): BuildResult {
    const touched = this.#documents.takeChanged();
    const sameFiles = this.#indexVersion === this.#index.version;
    if (this.#last && sameFiles && touched.size === 0) return { ...this.#last, changed: false };
    if (!sameFiles) this.#layout = this.#layouts.read(this.#index.folders);
    this.#indexVersion = this.#index.version;
    this.#last = this.#run(touched);
    return this.#last;
  }

  #run(touched: ReadonlySet<string>): BuildResult {
    const documents = this.#documents;
    const pass = new BuildPass(documents, this.#remembered, touched);
    const built = pass.run(this.#layout);
    const unreadable = [...pass.unreadable].sort();
    const missing = [...pass.missing];
    const changed =
      pass.changed ||
      this.#remembered.size !== pass.remembered.size ||
      unreadable.join() !== this.#unreadable.join();
    this.#remembered = pass.remembered;
    this.#unreadable = unreadable;
    if (this.#last && !changed) return { ...this.#last, missing, changed };
    const linesOfDocument = (uri: string) => linesOf(documents.get(uri));
    const snapshot = createSnapshot(built, unreadable.map(unreadableFinding), linesOfDocument);
    return { snapshot, missing, changed };
  }
}
