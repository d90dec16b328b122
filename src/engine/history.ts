import type { Disposable } from '../shared/dispose';

/** A commit that HEAD reaches. */
export interface Commit {
  /** In full. */
  readonly hash: string;
  readonly subject: string;
  /** The commit that it takes back, where its message says so. */
  readonly reverts: string | undefined;
}

/** What git says of one repository; never changes after it was handed out. */
export interface RepositoryHistory {
  /** The commit that HEAD is. */
  readonly head: string;
  /** The commits that name a PRP in their subject, and those that take others back, newest first. */
  readonly commits: readonly Commit[];
  /** The full hash of the commit that HEAD reaches and that begins so; undefined where there is none. */
  find(hash: string): string | undefined;
  /** False where older commits were not looked at: a shallow clone, or more of them than are read. */
  readonly isWhole: boolean;
}

/** All the engine needs of version control. Left out, as in a browser, nothing is known of it. */
export interface History {
  /**
   * What git says of the repository that holds a folder, asked once for a HEAD. Undefined where there is no repository,
   * no commit or no git; never rejects.
   */
  of(folder: string): Promise<RepositoryHistory | undefined>;
  /** Those of some files that git ignores. Undefined answers as above count as "none". Never rejects. */
  ignored(uris: readonly string[]): Promise<ReadonlySet<string>>;
  /** Tells that HEAD of a repository that was asked about may be another commit now. */
  watch(listener: () => void): Disposable;
}
