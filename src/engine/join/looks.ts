import type { FolderLookup } from './evidenceFiles';

/** Remembers what was looked up in the folders: what was worked out from the answers holds while they do. */
export class Looks {
  readonly #files = new Map<string, readonly string[] | undefined>();
  readonly #isThere = new Map<string, boolean>();

  /** The folders as they are, every answer remembered. */
  into(folders: FolderLookup): FolderLookup {
    return {
      get: (uri) => {
        const files = folders.get(uri);
        this.#files.set(uri, files);
        return files;
      },
      has: (uri) => {
        const isThere = folders.has(uri);
        this.#isThere.set(uri, isThere);
        return isThere;
      },
    };
  }

  /** True while every answer would be the same; files are compared by identity. */
  stillHold(folders: FolderLookup): boolean {
    for (const [uri, files] of this.#files) if (folders.get(uri) !== files) return false;
    for (const [uri, isThere] of this.#isThere) if (folders.has(uri) !== isThere) return false;
    return true;
  }
}
