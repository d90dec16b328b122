import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fail, ok, type Result } from '../../shared/result';
import { messageOf, UserError } from '../../shared/userError';
import { type GitVariables, git, gitText } from './command';
import { commitOf, commitTree, type Identity, isAncestor, treeOf } from './commits';
import { repositoryOf } from './repository';

/** The tree of all files of a worktree that are tracked or not ignored. */
export interface FilesTree {
  readonly tree: string;
  /** What git could not read into it, in its words; undefined where that is nothing. */
  readonly leftOut: string | undefined;
}

/** A commit that holds what was in a worktree at one moment. */
export interface Snapshot extends FilesTree {
  /** Has HEAD as its first parent, or is HEAD where nothing was uncommitted. */
  readonly commit: string;
  readonly head: string;
}

interface SnapshotOptions {
  /** An earlier snapshot of the worktree; the new one holds it, so that one ref keeps them all. */
  readonly previous?: string;
  readonly identity?: Identity;
  /** Where the objects go and come from, if that is not the repository alone. */
  readonly env?: GitVariables;
}

/**
 * Commits everything in a worktree, uncommitted or not, beside its branch: neither its files nor its index nor its HEAD
 * change, and no hook runs. Nothing points to the commit yet.
 */
export const snapshotOf = async (
  worktree: string,
  message: string,
  { previous, identity, env }: SnapshotOptions = {},
): Promise<Result<Snapshot, UserError>> => {
  const head = await commitOf(worktree, 'HEAD');
  if (!head.ok) return head;
  if (head.value === undefined) return fail(new UserError(`${worktree} has no commit yet`));
  const files = await treeOfFiles(worktree, env);
  if (!files.ok) return files;
  const known = await knownSnapshot(worktree, head.value, files.value.tree, previous);
  if (!known.ok) return known;
  if (known.value.commit !== undefined)
    return ok({ ...files.value, commit: known.value.commit, head: head.value });
  const { tree } = files.value;
  const commit = await commitTree(worktree, { tree, parents: known.value.parents, message, identity, env });
  return commit.ok ? ok({ ...files.value, commit: commit.value, head: head.value }) : commit;
};

/** The commit that holds everything already, or the parents that a new one needs. */
const knownSnapshot = async (
  worktree: string,
  head: string,
  tree: string,
  previous: string | undefined,
): Promise<Result<{ readonly commit?: string; readonly parents: readonly string[] }, UserError>> => {
  const headTree = await treeOf(worktree, head);
  if (!headTree.ok) return headTree;
  const isDirty = headTree.value !== tree;
  if (previous === undefined) return ok({ parents: [head], ...(isDirty ? {} : { commit: head }) });
  const isHeld = await isAncestor(worktree, previous, head);
  if (!isHeld.ok) return isHeld;
  if (isHeld.value) return ok({ parents: [head], ...(isDirty ? {} : { commit: head }) });
  const holdsHead = await isAncestor(worktree, head, previous);
  if (!holdsHead.ok) return holdsHead;
  const previousTree = await treeOf(worktree, previous);
  if (!previousTree.ok) return previousTree;
  const isSame = holdsHead.value && previousTree.value === tree;
  return ok({ parents: [head, previous], ...(isSame ? { commit: previous } : {}) });
};

/** Reads the files of a worktree into a tree, through a copy of its index. */
export const treeOfFiles = async (
  worktree: string,
  env: GitVariables = {},
): Promise<Result<FilesTree, UserError>> => {
  const repository = repositoryOf(worktree);
  if (!repository) return fail(new UserError(`${worktree} is in no repository`));
  const folder = await mkdtemp(join(tmpdir(), 'parallel-plans-index-'));
  try {
    const index = join(folder, 'index');
    await copyFile(join(repository.gitFolder, 'index'), index).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
    });
    const call = { cwd: repository.top, env: { ...env, GIT_INDEX_FILE: index } };
    const added = await git(['add', '--all', '--ignore-errors', '--', '.'], call);
    if (!added.ok) return added;
    const tree = await gitText(['write-tree'], call);
    if (!tree.ok) return tree;
    return ok({ tree: tree.value, leftOut: added.value.code === 0 ? undefined : added.value.err });
  } catch (error) {
    return fail(
      new UserError(`The files of ${worktree} cannot be read: ${messageOf(error)}`, { cause: error }),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
