import { fail, ok, type Result } from '../../shared/result';
import { UserError } from '../../shared/userError';
import { git, refused } from './command';
import { treeOf } from './commits';
import { treeOfFiles } from './snapshot';
import { addDetached, listWorktrees, worktreeAt } from './worktrees';

/** How a checkout that is for gates alone is told from all others: git keeps this text with it. */
const LOCK = 'parallel-plans: for gates only, its files are replaced';

/** Makes a checkout of exactly a commit, on no branch, for gates to run in. */
export const addVerifyWorktree = (
  top: string,
  path: string,
  commit: string,
): Promise<Result<void, UserError>> => addDetached(top, path, commit, LOCK);

/**
 * Moves such a checkout to another commit: afterwards its files are those of the commit and what git ignores
 * (dependencies that are installed stay). Refuses every checkout that {@link addVerifyWorktree} did not make.
 */
export const moveVerifyWorktree = async (
  top: string,
  path: string,
  commit: string,
): Promise<Result<void, UserError>> => {
  const mine = await checkVerifyWorktree(top, path);
  if (!mine.ok) return mine;
  for (const args of [
    ['checkout', '--quiet', '--force', '--detach', commit],
    ['clean', '--quiet', '-ffd'],
  ]) {
    const done = await git(args, { cwd: path });
    if (!done.ok) return done;
    if (done.value.code !== 0) return fail(refused(args, done.value));
  }
  return ok(undefined);
};

/** Whether the files of a checkout, but what git ignores, are exactly those of a commit. */
export const isExactly = async (path: string, commit: string): Promise<Result<boolean, UserError>> => {
  const [files, tree] = [await treeOfFiles(path), await treeOf(path, commit)];
  if (!files.ok) return files;
  if (!tree.ok) return tree;
  return ok(files.value.leftOut === undefined && files.value.tree === tree.value);
};

/** Removes such a checkout, with all that gates wrote there. */
export const removeVerifyWorktree = async (top: string, path: string): Promise<Result<void, UserError>> => {
  const mine = await checkVerifyWorktree(top, path);
  if (!mine.ok) return mine;
  for (const args of [
    ['-C', path, 'checkout', '--quiet', '--force', '--detach', 'HEAD'],
    ['-C', path, 'clean', '--quiet', '-ffd'],
    ['worktree', 'unlock', path],
    ['worktree', 'remove', path],
  ]) {
    const done = await git(args, { cwd: top });
    if (!done.ok) return done;
    if (done.value.code !== 0) return fail(refused(args, done.value));
  }
  return ok(undefined);
};

const checkVerifyWorktree = async (top: string, path: string): Promise<Result<void, UserError>> => {
  const all = await listWorktrees(top);
  if (!all.ok) return all;
  const found = worktreeAt(all.value, path);
  const isMine = found !== undefined && found.lock === LOCK && found.branch === undefined;
  return isMine
    ? ok(undefined)
    : fail(new UserError(`${path} is not a checkout for gates, so it was not changed`));
};
