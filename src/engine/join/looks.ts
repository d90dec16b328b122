import type { FolderLookup } from './evidenceFiles';

/** Remembers what was looked up in the folders: what was worked out from the answers holds while they do. */
export class Looks {
  /** Folders and what was answered, one after the other: a few for each plan, which as maps would be large. */
  readonly #asked: string[] = [];
  readonly #files: (readonly string[] | undefined)[] = [];
  readonly #missed: string[] = [];
  readonly #found: string[] = [];

  /** The folders as they are, every answer remembered. */
  into(folders: FolderLookup): FolderLookup {
    return {
      get: (uri) => {
        const files = folders.get(uri);
        this.#asked.push(uri);
        this.#files.push(files);
        return files;
      },
      has: (uri) => {
        const isThere = folders.has(uri);
        (isThere ? this.#found : this.#missed).push(uri);
        return isThere;
      },
    };
  }

  /** True while every answer would be the same; files are compared by identity. */
  stillHold(folders: FolderLookup): boolean {
    return (
      this.#asked.every((uri, at) => folders.get(uri) === this.#files[at]) &&
      this.#found.every((uri) => folders.has(uri)) &&
      !this.#missed.some((uri) => folders.has(uri))
    );
  }
}
