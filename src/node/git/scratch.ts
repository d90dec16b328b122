import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fail, ok, type Result } from '../../shared/result';
import { UserError } from '../../shared/userError';
import { gitText } from './command';
import { commitOf, identityVariables, treeOf } from './commits';
import { repositoryOf } from './repository';
import { treeOfFiles } from './snapshot';

/** Variables for git. */
export type GitVariables = Readonly<Record<string, string>>;

/** A place for objects that nobody keeps. */
export interface Scratch {
  /** What git makes with these variables goes there; it sees the objects of the repository too. */
  readonly env: GitVariables;
  remove(): Promise<void>;
}

/** A place beside the objects of a repository, which stay as they are. */
export const makeScratch = async (top: string): Promise<Result<Scratch, UserError>> => {
  const repository = repositoryOf(top);
  if (!repository) return fail(new UserError(`${top} is in no repository`));
  const folder = await mkdtemp(join(tmpdir(), 'parallel-plans-objects-'));
  return ok({
    env: {
      GIT_OBJECT_DIRECTORY: folder,
      // quoted, for a path may have the separator of this list in it
      GIT_ALTERNATE_OBJECT_DIRECTORIES: JSON.stringify(join(repository.commonFolder, 'objects')),
    },
    remove: () => rm(folder, { recursive: true, force: true, maxRetries: 3 }),
  });
};

const NOBODY = identityVariables({ name: 'Parallel Plans', email: 'parallel-plans@localhost' });

/** The work in a worktree as a commit on its HEAD; HEAD itself where nothing is uncommitted. */
export const scratchCommit = async (
  worktree: string,
  env: GitVariables,
): Promise<Result<string, UserError>> => {
  const head = await commitOf(worktree, 'HEAD');
  if (!head.ok) return head;
  if (head.value === undefined) return fail(new UserError(`${worktree} has no commit yet`));
  const [files, tree] = [await treeOfFiles(worktree, env), await treeOf(worktree, head.value)];
  if (!files.ok) return files;
  if (!tree.ok) return tree;
  if (files.value.tree === tree.value) return ok(head.value);
  return gitText(['commit-tree', files.value.tree, '-p', head.value], {
    cwd: worktree,
    input: 'What was there\n',
    env: { ...env, ...NOBODY },
  });
};
