import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

/** A repository as its folders show it; git is not run. */
export interface Repository {
  /** The folder that holds `.git`. */
  readonly top: string;
  /** Where HEAD is. */
  readonly gitFolder: string;
  /** Where everything is that its worktrees share. */
  readonly commonFolder: string;
}

/** A path of the disk as git names it: from the top of the repository, with slashes. */
export const pathInGit = (top: string, path: string): string => relative(top, path).split(sep).join('/');

/** The repository that a folder is in; undefined where there is none. */
export const repositoryOf = (folder: string): Repository | undefined => {
  for (let top = folder; ; top = dirname(top)) {
    const gitFolder = gitFolderIn(top);
    if (gitFolder !== undefined) return { top, gitFolder, commonFolder: commonFolderOf(gitFolder) };
    if (top === dirname(top)) return undefined;
  }
};

/** Whether a folder is the top of a repository, or of a worktree of one. */
export const holdsRepository = (folder: string): boolean => gitFolderIn(folder) !== undefined;

/** Whether a folder holds a worktree that is linked to a repository elsewhere; a submodule is none. */
export const isLinkedWorktree = (folder: string): boolean => {
  const pointer = pointerIn(folder);
  return pointer !== undefined && /[\\/]worktrees[\\/][^\\/]+[\\/]?$/.test(pointer);
};

const gitFolderIn = (folder: string): string | undefined => {
  const path = join(folder, '.git');
  const pointer = pointerIn(folder);
  if (pointer !== undefined) return resolve(folder, pointer);
  return existsSync(join(path, 'HEAD')) ? path : undefined;
};

const LONGEST_POINTER = 4_096;

/** Where a file `.git` points to; undefined where there is no such file. */
const pointerIn = (folder: string): string | undefined => {
  const path = join(folder, '.git');
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (!stats?.isFile() || stats.size > LONGEST_POINTER) return undefined;
    return /^gitdir: (.+)/.exec(readFileSync(path, 'utf8'))?.[1]?.trim();
  } catch {
    // what cannot be read points nowhere
    return undefined;
  }
};

const commonFolderOf = (gitFolder: string): string => {
  try {
    return resolve(gitFolder, readFileSync(join(gitFolder, 'commondir'), 'utf8').trim());
  } catch {
    // only the folders of linked worktrees have that file
    return gitFolder;
  }
};
