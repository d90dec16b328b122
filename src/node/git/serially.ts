import { repositoryOf } from './repository';

/** The end of the last piece of work for each repository. */
const last = new Map<string, Promise<unknown>>();

/**
 * Does one piece of work after the other for each repository, with all its worktrees: what git keeps about worktrees
 * has no lock of its own. Work that fails does not hold up the next.
 */
export const serially = <T>(top: string, work: () => Promise<T>): Promise<T> => {
  const key = repositoryOf(top)?.commonFolder ?? top;
  const done = (last.get(key) ?? Promise.resolve()).then(work, work);
  last.set(key, done);
  const forget = (): void => {
    if (last.get(key) === done) last.delete(key);
  };
  done.then(forget, forget);
  return done;
};
