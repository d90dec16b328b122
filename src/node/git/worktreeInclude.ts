import { constants, existsSync, lstatSync } from 'node:fs';
import { copyFile, lstat, mkdir, readlink, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fail, ok, type Result } from '../../shared/result';
import { messageOf, type UserError } from '../../shared/userError';
import { git, gitText, refused } from './command';

/** The file that names what a new worktree gets besides what is committed, in the syntax of `.gitignore`. */
export const INCLUDE_FILE = '.worktreeinclude';

/** What came of the files that `.worktreeinclude` names; paths relative to the worktree, with `/`. */
export interface Included {
  readonly copied: readonly string[];
  /** Matched, but left where they are, with the reason. */
  readonly left: readonly { readonly path: string; readonly why: string }[];
}

/**
 * Copies from a checkout to a new worktree what `.worktreeinclude` names and git ignores, in both: so nothing of it can
 * be committed. What is there already stays. Links are copied as links. Nothing where there is no such file.
 */
export const copyIncluded = async (from: string, to: string): Promise<Result<Included, UserError>> => {
  const patterns = join(from, INCLUDE_FILE);
  if (!existsSync(patterns)) return ok({ copied: [], left: [] });
  const args = ['ls-files', '--others', '--ignored', `--exclude-from=${patterns}`, '-z'];
  const matching = await gitText(args, { cwd: from });
  if (!matching.ok) return matching;
  const left: { path: string; why: string }[] = [];
  const paths: string[] = [];
  for (const path of pathsIn(matching.value)) {
    // a path that ends so is a repository of its own
    if (path.endsWith('/')) left.push({ path, why: 'it is another repository' });
    else if (isBehindLink(to, path)) left.push({ path, why: 'one of its folders is a link in the worktree' });
    else paths.push(path);
  }
  const [here, there] = [await ignoredOf(from, paths), await ignoredOf(to, paths)];
  if (!here.ok) return here;
  if (!there.ok) return there;
  const copied: string[] = [];
  for (const path of paths) {
    const isIgnored = here.value.has(path) && there.value.has(path);
    const why = isIgnored ? await copy(from, to, path) : 'git does not ignore it';
    if (why === undefined) copied.push(path);
    else left.push({ path, why });
  }
  return ok({ copied, left });
};

/** Whether a folder on the way to a path is a link, which may lead anywhere. */
const isBehindLink = (top: string, path: string): boolean => {
  for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) {
    if (lstatSync(join(top, folder), { throwIfNoEntry: false })?.isSymbolicLink()) return true;
  }
  return false;
};

const pathsIn = (text: string): readonly string[] => text.split('\0').filter((path) => path !== '');

const ignoredOf = async (
  top: string,
  paths: readonly string[],
): Promise<Result<ReadonlySet<string>, UserError>> => {
  if (paths.length === 0) return ok(new Set());
  const args = ['check-ignore', '-z', '--stdin'];
  const done = await git(args, { cwd: top, input: paths.map((path) => `${path}\0`).join('') });
  if (!done.ok) return done;
  // 1 says that none is ignored
  return done.value.code <= 1 ? ok(new Set(pathsIn(done.value.out))) : fail(refused(args, done.value));
};

/** Copies one file; answers why it was left where it is. */
const copy = async (from: string, to: string, path: string): Promise<string | undefined> => {
  const [source, target] = [join(from, path), join(to, path)];
  try {
    await mkdir(dirname(target), { recursive: true });
    if ((await lstat(source)).isSymbolicLink()) await symlink(await readlink(source), target);
    else await copyFile(source, target, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
    return undefined;
  } catch (error) {
    return messageOf(error);
  }
};
