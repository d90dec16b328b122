import { groupBy } from '../../shared/groupBy';
import type { Folder } from '../files';
import { isInside, nameOf, parentUri } from '../model/uri';

/** The folders and file names of the workspace, kept up to date by change events. */
export class FolderIndex {
  #folders = new Map<string, readonly string[]>();
  readonly #open = new Set<string>();
  /** Open documents that are not (or no longer) on disk; they count as files while they are open. */
  readonly #unsaved = new Set<string>();
  #version = 0;
  /** News of files that no plan is made of, since they were listed: names alone need no new layout. */
  readonly #came = new Set<string>();
  readonly #went = new Set<string>();
  /** Names that were looked up: news of such a file matters. */
  readonly #asked = new Set<string>();
  #answers = 0;
  #named: { readonly version: number; readonly folders: ReadonlyMap<string, readonly string[]> } | undefined;

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

  /** Grows whenever what {@link lookUp} and {@link filesOf} say about anything asked so far may be different. */
  get answers(): number {
    return this.#answers;
  }

  /** Whether there is a file, of any kind, as far as anybody told. */
  lookUp(uri: string): boolean {
    this.#asked.add(nameOf(uri));
    if (this.#went.has(uri)) return false;
    return this.has(uri) || this.#came.has(uri);
  }

  /** Whether a file of this name was ever looked up. */
  isAsked(uri: string): boolean {
    return this.#asked.has(nameOf(uri));
  }

  /** A file that no plan is made of came or went. */
  noteOther(uri: string, isThere: boolean): void {
    (isThere ? this.#came : this.#went).add(uri);
    (isThere ? this.#went : this.#came).delete(uri);
    if (!this.isAsked(uri)) return;
    this.#version++;
    this.#answers++;
  }

  #noteFile(uri: string): void {
    if (this.isAsked(uri)) this.#answers++;
  }

  /** A new folder, or one in which a name that was looked up came or went. */
  #noteListing(before: readonly string[] | undefined, now: readonly string[]): void {
    const isOnlyIn = (some: readonly string[], others: readonly string[]): boolean =>
      some.some((name) => this.#asked.has(name) && !others.includes(name));
    if (!before || isOnlyIn(before, now) || isOnlyIn(now, before)) this.#answers++;
  }

  /** Folders with this base name. */
  foldersNamed(name: string): readonly string[] {
    if (this.#named?.version !== this.#version) {
      this.#named = { version: this.#version, folders: groupBy([...this.#folders.keys()], nameOf) };
    }
    return this.#named.folders.get(name) ?? [];
  }

  /** Replaces everything by fresh listings; the version stays where nothing is different. */
  replace(listings: Iterable<readonly Folder[]>): void {
    const before = this.#folders;
    const next = new Map<string, readonly string[]>();
    let changed = false;
    for (const listing of listings) {
      for (const { uri, files } of listing) {
        const known = before.get(uri);
        const same = known === files || (known !== undefined && equal(known, files));
        changed ||= !same;
        if (!same) this.#noteListing(known, files);
        next.set(uri, same ? known : files);
      }
    }
    this.#folders = next;
    this.#unsaved.clear();
    if (next.size !== before.size || this.#came.size + this.#went.size > 0) this.#answers++;
    this.#came.clear();
    this.#went.clear();
    for (const uri of this.#open) if (!this.has(uri)) this.#addUnsaved(uri);
    if (changed || next.size !== before.size) this.#version++;
  }

  /** Adds the folders of a listing (a folder that came). */
  merge(listing: readonly Folder[]): void {
    for (const { uri, files } of listing) this.#folders.set(uri, files);
    const listed = new Set(listing.map(({ uri }) => uri));
    for (const uri of this.#went) if (listed.has(parentUri(uri))) this.#went.delete(uri);
    if (listing.length > 0) this.#version++;
    this.#answers++;
  }

  /** A file that is on disk now. */
  addFile(uri: string): void {
    this.#unsaved.delete(uri);
    if (this.has(uri)) return;
    this.#add(uri);
    this.#version++;
  }

  /** Removes a file, or a folder with everything below it; open documents stay until they are closed. */
  remove(uri: string): void {
    if (this.has(uri)) this.#removeFile(uri);
    for (const each of this.#came) if (isInside(uri, each)) this.#came.delete(each);
    if (!this.#folders.has(uri)) return;
    this.#answers++;
    for (const known of [...this.#folders.keys()]) if (isInside(uri, known)) this.#folders.delete(known);
    for (const open of this.#open) if (isInside(uri, open)) this.#addUnsaved(open);
    this.#version++;
  }

  /** Counts a document as a file while it is open, whether or not there is one on disk. */
  open(uri: string): void {
    this.#open.add(uri);
    if (this.has(uri)) return;
    this.#addUnsaved(uri);
    this.#version++;
  }

  close(uri: string): void {
    this.#open.delete(uri);
    if (this.#unsaved.delete(uri)) this.#removeFile(uri);
  }

  #removeFile(uri: string): void {
    this.#noteFile(uri);
    if (this.#open.has(uri)) {
      this.#unsaved.add(uri);
      return;
    }
    const folder = parentUri(uri);
    const name = nameOf(uri);
    const files = this.#folders.get(folder) ?? [];
    this.#folders.set(
      folder,
      files.filter((file) => file !== name),
    );
    this.#version++;
  }

  #addUnsaved(uri: string): void {
    this.#unsaved.add(uri);
    this.#add(uri);
  }

  #add(uri: string): void {
    this.#noteFile(uri);
    const folder = parentUri(uri);
    const files = this.#folders.get(folder) ?? [];
    const name = nameOf(uri);
    if (!files.includes(name)) this.#folders.set(folder, [...files, name].sort());
  }
}

const equal = (one: readonly string[], other: readonly string[]): boolean => {
  if (one.length !== other.length) return false;
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) return false;
  return true;
};
