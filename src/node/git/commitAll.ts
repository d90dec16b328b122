import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fail, ok, type Result } from '../../shared/result';
import { UserError } from '../../shared/userError';
import { git, gitText, refused } from './command';
import { commitOf, type Identity, identityVariables } from './commits';
import { isLinkedWorktree, repositoryOf } from './repository';
import { gitPastLocks } from './retried';

/** What came of a commit of everything in a worktree. */
export type CommitEnd =
  | { readonly kind: 'committed'; readonly commit: string }
  /** Nothing was uncommitted. */
  | { readonly kind: 'nothing' }
  /** A hook, or git itself, did not want it; in its words. Everything is staged. */
  | { readonly kind: 'refused'; readonly output: string }
  /** Files with conflicts that nobody settled; nothing was staged. */
  | { readonly kind: 'unmerged'; readonly paths: readonly string[] }
  /** HEAD is not on the branch; it is on `head`, or on none. Nothing was staged. */
  | { readonly kind: 'elsewhere'; readonly head: string | undefined };

/**
 * Commits everything in a worktree on its branch as a person would: hooks run, the person's settings count. Commits
 * that are there already stay.
 *
 * @param branch the short name of the branch that must be checked out there
 * @param message whole, with its trailers
 */
export const commitAll = async (
  worktree: string,
  branch: string,
  message: string,
  identity?: Identity,
): Promise<Result<CommitEnd, UserError>> => {
  const head = await git(['symbolic-ref', '--quiet', 'HEAD'], { cwd: worktree });
  if (!head.ok) return head;
  const on = head.value.code === 0 ? head.value.out.trim().replace(/^refs\/heads\//, '') : undefined;
  if (on !== branch) return ok({ kind: 'elsewhere', head: on });
  const unmerged = await gitText(['diff', '--name-only', '--diff-filter=U', '-z'], { cwd: worktree });
  if (!unmerged.ok) return unmerged;
  const paths = unmerged.value.split('\0').filter((path) => path !== '');
  if (paths.length > 0) return ok({ kind: 'unmerged', paths });
  const add = ['add', '--all', '--', '.'];
  const added = await gitPastLocks(add, { cwd: worktree });
  if (!added.ok) return added;
  if (added.value.code !== 0) return fail(refused(add, added.value));
  return commitStaged(worktree, message, identity);
};

const commitStaged = async (
  worktree: string,
  message: string,
  identity: Identity | undefined,
): Promise<Result<CommitEnd, UserError>> => {
  const check = ['diff', '--cached', '--quiet'];
  const staged = await git(check, { cwd: worktree });
  if (!staged.ok) return staged;
  if (staged.value.code > 1) return fail(refused(check, staged.value));
  if (staged.value.code === 0) return ok({ kind: 'nothing' });
  const done = await gitPastLocks(['commit', '--quiet', '--cleanup=whitespace', '--file=-'], {
    cwd: worktree,
    input: message,
    env: identityVariables(identity),
  });
  if (!done.ok) return done;
  if (done.value.code !== 0) {
    return ok({
      kind: 'refused',
      output: [done.value.out.trim(), done.value.err].filter(Boolean).join('\n'),
    });
  }
  const commit = await commitOf(worktree, 'HEAD');
  if (!commit.ok) return commit;
  return commit.value === undefined
    ? fail(new UserError(`git made no commit in ${worktree}`))
    : ok({ kind: 'committed', commit: commit.value });
};

/**
 * Removes the locks that a killed git left in the part of the repository that belongs to one linked worktree alone. Only
 * for after every process that worked there has ended.
 */
export const removeLeftLocks = async (worktree: string): Promise<void> => {
  const gitFolder = repositoryOf(worktree)?.gitFolder;
  if (gitFolder === undefined || !isLinkedWorktree(worktree)) return;
  for (const name of ['index.lock', 'HEAD.lock']) await rm(join(gitFolder, name), { force: true });
};
