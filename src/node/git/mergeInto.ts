import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { listed } from '../../shared/listed';
import { fail, ok, type Result } from '../../shared/result';
import { UserError } from '../../shared/userError';
import { type ChangedFile, changedFiles } from './changedFiles';
import { git, gitText, refused } from './command';
import { commitOf, isAncestor } from './commits';
import { mergeTrees } from './mergeTrees';

/** A merge into what is checked out, looked at before it is made. */
export interface PlannedMerge {
  readonly top: string;
  /** The branch that is checked out, and the one that is merged into it; short names. */
  readonly into: string;
  readonly from: string;
  /** The commits that they stand at. */
  readonly ours: string;
  readonly theirs: string;
  /** What it would write. */
  readonly files: readonly ChangedFile[];
}

/**
 * What merging a branch into the checkout would do, without changing anything. Fails, with what to do, where no branch
 * is checked out, there is nothing to merge, both sides changed the same lines, or something that nobody committed is
 * where it would write.
 */
export const planMerge = async (top: string, from: string): Promise<Result<PlannedMerge, UserError>> => {
  const sides = await sidesOf(top, from);
  if (!sides.ok) return sides;
  const { into, ours, theirs } = sides.value;
  const merge = await mergeTrees(top, ours, theirs);
  if (!merge.ok) return merge;
  if (merge.value.kind === 'conflict') {
    const { paths } = merge.value;
    return refuse(
      `${into} and ${from} changed the same lines of ${listed(paths)}. Merge them by hand (git merge ${from}).`,
    );
  }
  const files = await changedFiles(top, ours, merge.value.tree);
  if (!files.ok) return files;
  const inTheWay = await unsafeOf(top, files.value);
  if (!inTheWay.ok) return inTheWay;
  return inTheWay.value.length > 0
    ? refuse(
        `The merge writes ${listed(inTheWay.value)}, which has uncommitted content. Commit or move it first.`,
      )
    : ok({ top, into, from, ours, theirs, files: files.value });
};

/**
 * Makes the merge as `git merge` does, hooks and settings of the person included. Fails where the checkout or the branch
 * is not as it was when that was planned, and where git refuses; then nothing has changed.
 */
export const mergeInto = async (
  { top, from, into, ours, theirs }: PlannedMerge,
  message: string,
): Promise<Result<string, UserError>> => {
  const now = await planMerge(top, from);
  if (!now.ok) return now;
  if (now.value.ours !== ours || now.value.theirs !== theirs || now.value.into !== into) {
    return refuse(`${into} or ${from} has changed in the meantime. Try again.`);
  }
  const args = ['merge', '--no-edit', '--no-autostash', '-m', message, theirs];
  const done = await git(args, { cwd: top });
  if (!done.ok) return done;
  if (done.value.code !== 0) {
    // a hook may refuse a merge that is all there
    if (await isMerging(top)) await git(['merge', '--abort'], { cwd: top });
    return fail(refused(args, done.value));
  }
  const head = await commitOf(top, 'HEAD');
  return head.ok ? ok(head.value ?? theirs) : head;
};

const refuse = (message: string): Result<never, UserError> => fail(new UserError(message));

const sidesOf = async (
  top: string,
  from: string,
): Promise<Result<Pick<PlannedMerge, 'into' | 'ours' | 'theirs'>, UserError>> => {
  const on = await git(['symbolic-ref', '--quiet', '--short', 'HEAD'], { cwd: top });
  if (!on.ok) return on;
  if (on.value.code !== 0) return refuse('No branch is checked out. Switch to the one to merge into.');
  const into = on.value.out.trim();
  if (await isMerging(top)) return refuse(`A merge into ${into} is not finished. Finish or abort it first.`);
  if (into === from) return refuse(`${from} itself is checked out. There is nothing to merge.`);
  const [ours, theirs] = [await commitOf(top, 'HEAD'), await commitOf(top, `refs/heads/${from}`)];
  if (!ours.ok) return ours;
  if (!theirs.ok) return theirs;
  if (ours.value === undefined || theirs.value === undefined)
    return refuse(`There is no branch ${from} here.`);
  const holds = await isAncestor(top, theirs.value, ours.value);
  if (!holds.ok) return holds;
  return holds.value
    ? refuse(`${into} already has everything of ${from}.`)
    : ok({ into, ours: ours.value, theirs: theirs.value });
};

const isMerging = async (top: string): Promise<boolean> => {
  const head = await commitOf(top, 'MERGE_HEAD');
  return !head.ok || head.value !== undefined;
};

/** Paths that would be written and hold something that no commit has, also where git ignores it. */
const unsafeOf = async (
  top: string,
  files: readonly ChangedFile[],
): Promise<Result<readonly string[], UserError>> => {
  const status = await gitText(['status', '--porcelain', '-z', '--no-renames', '--untracked-files=all'], {
    cwd: top,
  });
  if (!status.ok) return status;
  const dirty = new Set(status.value.split('\0').map((entry) => entry.slice(3)));
  return ok(
    files
      .filter(({ path, kind }) => dirty.has(path) || (kind === 'added' && existsSync(join(top, path))))
      .map(({ path }) => path),
  );
};
