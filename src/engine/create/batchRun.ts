import type { Result } from '../../shared/result';
import type { UserError } from '../../shared/userError';
import type { BatchHead, NewFile } from './batch';

export interface BatchRun {
  readonly batch: BatchHead;
  /** Some of the batch's files: all, or those that failed before. */
  readonly files: readonly NewFile[];
  /** Folder that is taken to exist; nothing above it is created. */
  readonly root: string;
  /** Unique; the same for a batch and what is tried again of it. */
  readonly name: string;
  /** ISO 8601. */
  readonly at: string;
  /** After each file: how many of them were tried. */
  progress?(tried: number, file: NewFile): void;
  /** Asked before each file; what was created stays. */
  isCancelled?(): boolean;
}

/** What a batch needs of the place where it creates files. */
export interface CreationPlace {
  readonly journal: JournalStore;
  /** Creates one file, whole or not at all, never over another one, with the folders it needs. */
  create(file: NewFile): Promise<Result<void, UserError>>;
  exists(uri: string): Promise<boolean>;
  /** Removes what killed processes left half written in a folder; never rejects. */
  removeDrafts(folder: string): Promise<void>;
}

/** Where records of batches are kept; a line is there whole or not at all when `append` resolves. */
export interface JournalStore {
  read(): Promise<string>;
  append(lines: string): Promise<void>;
}
