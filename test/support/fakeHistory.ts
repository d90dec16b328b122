import type { History, RepositoryHistory } from '../../src/engine/history';

/** A commit as tests write it: the subject, or what it takes back too. */
export type FakeCommit =
  | string
  | { readonly subject: string; readonly hash?: string; readonly reverts?: string };

export interface FakeHistory extends History {
  /** Lets HEAD be another commit, the newest first, and tells it. */
  commit(commits: readonly FakeCommit[]): void;
  /** How often it was asked. */
  readonly asked: number;
}

const hashAt = (at: number): string => (at + 1).toString(16).padStart(40, '0');

const historyOf = (newestFirst: readonly FakeCommit[], isWhole: boolean): RepositoryHistory => {
  const commits = newestFirst.map((each, at) => {
    const { subject, hash, reverts } = typeof each === 'string' ? { subject: each } : each;
    return { subject, hash: hash ?? hashAt(newestFirst.length - at), reverts };
  });
  return {
    head: commits[0]?.hash ?? '',
    commits,
    isWhole,
    find: (start) => commits.find(({ hash }) => hash.startsWith(start))?.hash,
  };
};

/** One repository that holds everything, with these commits. */
export const fakeHistory = (
  commits: readonly FakeCommit[],
  { ignored = [], isWhole = true }: { readonly ignored?: readonly string[]; readonly isWhole?: boolean } = {},
): FakeHistory => {
  let history = historyOf(commits, isWhole);
  let asked = 0;
  const listeners = new Set<() => void>();
  return {
    of: async () => {
      asked++;
      return history;
    },
    ignored: async (uris) => new Set(uris.filter((uri) => ignored.some((part) => uri.includes(part)))),
    watch: (listener) => {
      listeners.add(listener);
      return { dispose: () => void listeners.delete(listener) };
    },
    commit: (next) => {
      history = historyOf(next, isWhole);
      for (const listener of listeners) listener();
    },
    get asked() {
      return asked;
    },
  };
};
