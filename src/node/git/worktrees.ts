import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { fail, ok, type Result } from '../../shared/result';
import { UserError } from '../../shared/userError';
import { git, gitText, refused } from './command';
import { moveRef } from './refs';
import { gitPastLocks } from './retried';
import { serially } from './serially';

/** A checkout of a repository, the main one too. */
export interface Worktree {
  readonly path: string;
  /** Undefined for a bare repository. */
  readonly head: string | undefined;
  /** In full (`refs/heads/main`); undefined where HEAD is on none. */
  readonly branch: string | undefined;
  /** Why it may not be removed; empty where nobody said, undefined where it may. */
  readonly lock: string | undefined;
  /** Whether its folder is gone. */
  readonly isGone: boolean;
}

/** All checkouts of a repository, the main one first. */
export const listWorktrees = async (top: string): Promise<Result<readonly Worktree[], UserError>> => {
  const said = await gitText(['worktree', 'list', '--porcelain', '-z'], { cwd: top });
  return said.ok ? ok(worktreesIn(said.value)) : said;
};

/** The one of these checkouts that is at a path, links resolved. */
export const worktreeAt = (all: readonly Worktree[], path: string): Worktree | undefined =>
  all.find((worktree) => realPath(worktree.path) === realPath(path));

const realPath = (path: string): string => {
  try {
    return realpathSync.native(path);
  } catch {
    // its folder is gone
    return resolve(path);
  }
};

/** Reads what `git worktree list --porcelain -z` prints. */
export const worktreesIn = (text: string): readonly Worktree[] =>
  text
    .split('\0\0')
    .filter((record) => record !== '')
    .map((record) => {
      const facts = new Map(record.split('\0').map(factOf));
      return {
        path: facts.get('worktree') ?? '',
        head: facts.get('HEAD'),
        branch: facts.get('branch'),
        lock: facts.get('locked'),
        isGone: facts.has('prunable'),
      };
    });

const factOf = (line: string): [name: string, value: string] => {
  const end = line.indexOf(' ');
  return end === -1 ? [line, ''] : [line.slice(0, end), line.slice(end + 1)];
};

export interface NewWorktree {
  /** Where it will be; the folder must not exist, or be empty. */
  readonly path: string;
  /** The short name of a branch that does not exist yet. */
  readonly branch: string;
  /** The full hash of the commit that the branch begins at. */
  readonly from: string;
}

/**
 * Makes a branch and a checkout of it. No upstream is set. Fails, and leaves nothing behind, where either exists or a
 * hook objects.
 */
export const addWorktree = async (top: string, made: NewWorktree): Promise<Result<void, UserError>> => {
  const ref = `refs/heads/${made.branch}`;
  const created = await moveRef(top, ref, undefined, made.from, 'branch: made for a run');
  if (!created.ok) return created;
  if (created.value.kind === 'lost') return fail(new UserError(`the branch ${made.branch} exists already`));
  const added = await add(top, ['--', made.path, made.branch]);
  if (!added.ok) await takeBack(top, made, ref);
  return added;
};

/** Takes back what was made of a worktree before a hook, or git itself, objected. */
const takeBack = async (top: string, { path, from }: NewWorktree, ref: string): Promise<void> => {
  const all = await listWorktrees(top);
  const isMade = all.ok && worktreeAt(all.value, path)?.branch === ref;
  if (isMade) await serially(top, () => git(['worktree', 'remove', '--', path], { cwd: top }));
  await moveRef(top, ref, from, undefined, 'branch: not needed');
};

/** Makes a checkout of a branch that exists and is checked out nowhere. */
export const openWorktree = (top: string, path: string, branch: string): Promise<Result<void, UserError>> =>
  add(top, ['--', path, branch]);

/** Makes a checkout of a commit, on no branch; `lock` says why nobody may remove it. */
export const addDetached = (
  top: string,
  path: string,
  commit: string,
  lock: string,
): Promise<Result<void, UserError>> => add(top, ['--detach', '--lock', '--reason', lock, '--', path, commit]);

const add = (top: string, rest: readonly string[]): Promise<Result<void, UserError>> =>
  serially(top, async () => {
    const args = ['worktree', 'add', '--quiet', '--no-guess-remote', ...rest];
    const done = await gitPastLocks(args, { cwd: top });
    if (!done.ok) return done;
    return done.value.code === 0 ? ok(undefined) : fail(refused(args, done.value));
  });
