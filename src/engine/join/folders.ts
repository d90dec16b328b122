import { baseName, parentUri } from '../model/uri';

/** File names by folder URI, sorted; undefined where there is no such folder. */
export interface FolderLookup {
  get(uri: string): readonly string[] | undefined;
  has(uri: string): boolean;
  /** Folders right below one that are called like those in which work lies, in any case: `subplans`, `Execution`. */
  workFolders(uri: string): readonly WorkFolder[];
}

export type WorkFolderKind = 'subplans' | 'executions' | 'feedbacks';

export interface WorkFolder {
  readonly uri: string;
  readonly kind: WorkFolderKind;
}

const KINDS: ReadonlyMap<string, WorkFolderKind> = new Map([
  ['subplans', 'subplans'],
  ['execution', 'executions'],
  ['executions', 'executions'],
  ['feedbacks', 'feedbacks'],
  ['feedback', 'feedbacks'],
]);
const SHORTEST = 8;
const LONGEST = 10;

const NONE: readonly WorkFolder[] = [];

/** What a folder holds by its name; undefined for every other folder. */
export const workFolderKind = (uri: string): WorkFolderKind | undefined => {
  const name = baseName(uri);
  return name.length < SHORTEST || name.length > LONGEST ? undefined : KINDS.get(name.toLowerCase());
};

/** The first one is where new files go: in lower case, and `execution` before `executions`. */
const usualFirst = (one: WorkFolder, other: WorkFolder): number =>
  Number(isLower(other)) - Number(isLower(one)) || (one.uri < other.uri ? -1 : 1);

const isLower = ({ uri }: WorkFolder): boolean => baseName(uri) === baseName(uri).toLowerCase();

/** Looks folders up in a listing that does not change any more. */
export class Folders implements FolderLookup {
  readonly #files: ReadonlyMap<string, readonly string[]>;
  readonly #below = new Map<string, WorkFolder[]>();

  constructor(files: ReadonlyMap<string, readonly string[]>) {
    this.#files = files;
    for (const uri of files.keys()) {
      const kind = workFolderKind(uri);
      if (kind === undefined) continue;
      const parent = parentUri(uri);
      const known = this.#below.get(parent);
      if (known) known.push({ uri, kind });
      else this.#below.set(parent, [{ uri, kind }]);
    }
    for (const folders of this.#below.values()) if (folders.length > 1) folders.sort(usualFirst);
  }

  get(uri: string): readonly string[] | undefined {
    return this.#files.get(uri);
  }

  has(uri: string): boolean {
    return this.#files.has(uri);
  }

  workFolders(uri: string): readonly WorkFolder[] {
    return this.#below.get(uri) ?? NONE;
  }
}
