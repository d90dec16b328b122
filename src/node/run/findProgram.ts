import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, isAbsolute, join, resolve } from 'node:path';

/**
 * The file that a command name stands for, as the system would look it up: in the folders of `PATH`, or relative to
 * `cwd` where the name has a slash. Undefined where there is no such program.
 */
export const findProgram = (
  name: string,
  env: Readonly<Record<string, string | undefined>>,
  cwd: string,
): string | undefined => {
  if (name === '') return undefined;
  const hasFolder = isAbsolute(name) || name.includes('/') || (IS_WINDOWS && name.includes('\\'));
  const folders = hasFolder ? [''] : (env.PATH ?? env.Path ?? '').split(delimiter);
  for (const folder of folders) {
    // an empty folder of PATH would be the current one: nobody means that
    if (folder === '' && !hasFolder) continue;
    const path = hasFolder ? resolve(cwd, name) : join(resolve(cwd, folder), name);
    const found = withEndings(path, env).find(isProgram);
    if (found !== undefined) return found;
  }
  return undefined;
};

const IS_WINDOWS = process.platform === 'win32';

/** On Windows a name stands for `name.exe` and the like too; never run there. */
const withEndings = (path: string, env: Readonly<Record<string, string | undefined>>): readonly string[] =>
  IS_WINDOWS
    ? [path, ...(env.PATHEXT ?? '.COM;.EXE;.BAT;.CMD').split(';').map((ending) => path + ending)]
    : [path];

const isProgram = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
};
