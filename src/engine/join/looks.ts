import type { FolderLookup, WorkFolder } from './folders';

/** Remembers what was looked up in the folders: what was worked out from the answers holds while they do. */
export class Looks {
  /** Folders and what was answered, one after the other: a few for each plan, which as maps would be large. */
  readonly #asked: string[] = [];
  readonly #files: (readonly string[] | undefined)[] = [];
  readonly #missed: string[] = [];
  readonly #found: string[] = [];
  readonly #above: string[] = [];
  readonly #below: (readonly WorkFolder[])[] = [];

  /** The folders as they are, every answer remembered once. */
  into(folders: FolderLookup): FolderLookup {
    const asked = new Set<string>();
    const there = new Map<string, boolean>();
    const below = new Map<string, readonly WorkFolder[]>();
    return {
      get: (uri) => {
        const files = folders.get(uri);
        if (!asked.has(uri)) {
          asked.add(uri);
          this.#asked.push(uri);
          this.#files.push(files);
        }
        return files;
      },
      has: (uri) => {
        const isThere = there.get(uri) ?? folders.has(uri);
        if (!there.has(uri)) (isThere ? this.#found : this.#missed).push(uri);
        there.set(uri, isThere);
        return isThere;
      },
      workFolders: (uri) => {
        const found = below.get(uri) ?? folders.workFolders(uri);
        if (!below.has(uri)) {
          this.#above.push(uri);
          this.#below.push(found);
        }
        below.set(uri, found);
        return found;
      },
    };
  }

  /** True while every answer would be the same; files are compared by identity. */
  stillHold(folders: FolderLookup): boolean {
    return (
      this.#asked.every((uri, at) => folders.get(uri) === this.#files[at]) &&
      this.#found.every((uri) => folders.has(uri)) &&
      !this.#missed.some((uri) => folders.has(uri)) &&
      this.#above.every((uri, at) => sameFolders(folders.workFolders(uri), this.#below[at]))
    );
  }
}

const sameFolders = (now: readonly WorkFolder[], before: readonly WorkFolder[] = []): boolean =>
  now === before || (now.length === before.length && now.every(({ uri }, at) => uri === before[at]?.uri));
