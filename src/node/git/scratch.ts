import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fail, ok, type Result } from '../../shared/result';
import { UserError } from '../../shared/userError';
import type { GitVariables } from './command';
import { repositoryOf } from './repository';

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
