import { statSync } from 'node:fs';
import { join } from 'node:path';
import { git } from '../git/command';
import { repositoryOf } from '../git/repository';

/** Where a process shows that it works. */
export interface Traces {
  /** Its logs, and the file that it touches to say that it is alive; those that are not there count for nothing. */
  readonly files: readonly string[];
  /** Its worktree: files that are new or changed count, and commits. */
  readonly worktree?: string;
}

/** More files than that are not looked at. */
const MOST_FILES = 2_000;
const TIMEOUT_MS = 20_000;

/** When there was the last sign of work, in milliseconds since 1970; undefined where there was none. */
export const lastActivity = async ({ files, worktree }: Traces): Promise<number | undefined> => {
  const paths = [...files, ...(worktree === undefined ? [] : await tracesIn(worktree))];
  const times = paths.flatMap((path) => lastWritten(path) ?? []);
  return times.length === 0 ? undefined : times.reduce((one, other) => Math.max(one, other));
};

const tracesIn = async (worktree: string): Promise<readonly string[]> => {
  const gitFolder = repositoryOf(worktree)?.gitFolder;
  const args = ['ls-files', '--modified', '--others', '--exclude-standard', '-z'];
  const listed = await git(args, { cwd: worktree, timeoutMs: TIMEOUT_MS });
  const changed = listed.ok ? listed.value.out.split('\0').slice(0, MOST_FILES) : [];
  return [
    ...changed.filter((path) => path !== '').map((path) => join(worktree, path)),
    ...(gitFolder === undefined ? [] : [join(gitFolder, 'logs', 'HEAD')]),
  ];
};

const lastWritten = (path: string): number | undefined => {
  try {
    return statSync(path, { throwIfNoEntry: false })?.mtimeMs;
  } catch {
    return undefined;
  }
};
