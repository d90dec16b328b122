import type { Folder } from '../files';
import { isInside, nameOf, parentUri } from '../model/uri';

/** The folders and file names of the workspace, kept up to date by change events. */
export class FolderIndex {
  #folders = new Map<string, readonly string[]>();
  /** Files that are open in an editor but not (yet) on disk. */
  readonly #unsaved = new Set<string>();
  #version = 0;

  /** Grows with every change; equal versions mean equal contents. */
  get version(): number {
    return this.#version;
  }

  get folders(): ReadonlyMap<string, readonly string[]> {
    return this.#folders;
  }

  /** File names of a folder, sorted; undefined where there is no such folder. */
  filesOf(folder: string): readonly string[] | undefined {
    return this.#folders.get(folder);
  }

  has(uri: string): boolean {
    return this.#folders.get(parentUri(uri))?.includes(nameOf(uri)) ?? false;
  }

  /** Replaces everything by fresh listings. */
  replace(listings: Iterable<readonly Folder[]>): void {
    const next = new Map<string, readonly string[]>();
    for (const listing of listings) for (const { uri, files } of listing) next.set(uri, files);
    this.#folders = next;
    for (const uri of this.#unsaved) this.#add(uri);
    this.#version++;
  }

  /** Adds the folders of a listing (a folder that came). */
  merge(listing: readonly Folder[]): void {
    for (const { uri, files } of listing) this.#folders.set(uri, files);
    if (listing.length > 0) this.#version++;
  }

  addFile(uri: string): void {
    if (this.has(uri)) return;
    this.#add(uri);
    this.#version++;
  }

  /** Removes a file, or a folder with everything below it. */
  remove(uri: string): void {
    const folder = parentUri(uri);
    const name = nameOf(uri);
    const files = this.#folders.get(folder);
    if (files?.includes(name) && !this.#unsaved.has(uri)) {
      this.#folders.set(
        folder,
        files.filter((file) => file !== name),
      );
      this.#version++;
    }
    if (!this.#folders.has(uri)) return;
    for (const known of [...this.#folders.keys()]) if (isInside(uri, known)) this.#folders.delete(known);
    this.#version++;
  }

  /** Counts an open document as a file although none may be on disk. */
  addUnsaved(uri: string): void {
    if (this.has(uri)) return;
    this.#unsaved.add(uri);
    this.addFile(uri);
  }

  dropUnsaved(uri: string): void {
    if (this.#unsaved.delete(uri)) this.remove(uri);
  }

  /** The file is on disk now. */
  markSaved(uri: string): void {
    this.#unsaved.delete(uri);
  }

  #add(uri: string): void {
    const folder = parentUri(uri);
    const files = this.#folders.get(folder) ?? [];
    const name = nameOf(uri);
    if (!files.includes(name)) this.#folders.set(folder, [...files, name].sort());
  }
}
