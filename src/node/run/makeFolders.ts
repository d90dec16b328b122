import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { fail, ok, type Result } from '../../shared/result';
import { messageOf, UserError } from '../../shared/userError';

/**
 * Makes a folder with those above it, one after the other: the recursive way of Node never comes back from a place in
 * which nothing can be made, such as `/proc`.
 */
export const makeFolders = (path: string): Result<void, UserError> => {
  const missing: string[] = [];
  for (let folder = path; !isFolder(folder) && folder !== dirname(folder); folder = dirname(folder)) {
    missing.unshift(folder);
  }
  try {
    for (const folder of missing) makeFolder(folder);
    return ok(undefined);
  } catch (error) {
    return fail(new UserError(`The folder ${path} cannot be made: ${messageOf(error)}`, { cause: error }));
  }
};

const isFolder = (path: string): boolean => {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  } catch {
    // something on the way to it is a file
    return false;
  }
};

const makeFolder = (path: string): void => {
  try {
    mkdirSync(path);
  } catch (error) {
    // somebody else may have been quicker
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || !isFolder(path)) throw error;
  }
};
