import { statSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fail, ok, type Result } from '../shared/result';
import { NothingToDo, UserError } from '../shared/userError';
import { type FileContent, reasonOf, writeNew } from './createFile';
import { writeOver } from './replaceFile';

/**
 * Writes the file that a person named, whole or not at all. A file that exists is written over only with `force`; it
 * keeps its permissions, and a link to it stays one.
 */
export const writeOutput = async (
  path: string,
  content: FileContent,
  { force }: { readonly force: boolean },
): Promise<Result<void, UserError>> => {
  const absolute = resolve(path);
  try {
    const known = statSync(absolute, { throwIfNoEntry: false });
    if (!known) await writeNew(absolute, content);
    else if (!known.isFile()) return fail(new UserError(`${path} is not a file`));
    else if (!force) return fail(new NothingToDo(`${path} exists: add --force to overwrite it`));
    else await writeOver(await realpath(absolute), content);
    return ok(undefined);
  } catch (error) {
    return fail(new NothingToDo(reasonOf(error, absolute), { cause: error }));
  }
};
