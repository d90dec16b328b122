import type { Disposable } from '../shared/dispose';

/** One folder of a listing. */
export interface Folder {
  /** URI without a trailing slash. */
  readonly uri: string;
  /** Base names as on disk (not encoded), sorted. Links that leave the root or loop are left out. */
  readonly files: readonly string[];
}

/** Names of a folder's files as they were listed before; undefined for a folder that was not. */
export type KnownNames = (folder: string) => readonly string[] | undefined;

export type FileChangeKind = 'created' | 'changed' | 'deleted';

export interface FileChange {
  readonly uri: string;
  readonly kind: FileChangeKind;
}

/**
 * All the engine needs of a file system. URIs are canonical strings as `vscode-uri` prints them.
 * Nothing here writes: every change to a file is an edit a caller applies.
 */
export interface FileSystem {
  /**
   * Every folder below `root` (itself included) that can be read, with its file names. A folder that
   * vanishes or may not be read is left out and reported to the logger; this never rejects. `known` gives the names
   * found before: if they are still right, an implementation may return that very array, which is fastest.
   */
  list(root: string, known?: KnownNames): Promise<readonly Folder[]>;
  /** Text of a file, decoded as UTF-8 with a BOM kept out; undefined when it is gone, unreadable or binary. */
  read(uri: string): Promise<string | undefined>;
  exists(uri: string): Promise<boolean>;
  /** Whether a file was written at this time or later, in milliseconds since 1970; where this is missing, nobody knows. */
  changedSince?(uri: string, time: number): Promise<boolean>;
  /** Whether {@link list} of a root leaves out a file or folder below it; nothing is where this is missing. */
  isLeftOut?(root: string, uri: string): boolean;
  /** Tells of files and folders that come, change and go below the roots listed so far. */
  watch(listener: (changes: readonly FileChange[]) => void): Disposable;
}

export interface Logger {
  info(message: string): void;
  warn(message: string): void;
  error(message: string, error?: unknown): void;
}
