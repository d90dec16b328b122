import { statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { AnalysedPlan } from '../../engine/model/analysis';
import { parentUri } from '../../engine/model/uri';
import { pathOfUri } from '../../node/diskFiles';

/** How far above the folders that are read a declared archive is looked for. */
const HIGHEST = 6;

/**
 * Folders that plans declare as their Archive Location and that lie outside of what is read: who asks about one plan
 * names its folder, and the archive lies somewhere else in the repository.
 * @param roots the folders that are read
 */
export const archiveFolders = (
  plans: readonly AnalysedPlan[],
  roots: readonly string[],
): readonly string[] => {
  const above = [...new Set(roots.flatMap(foldersAbove))];
  return plans.flatMap(({ uri, archive }) => {
    const declared = archive?.declared;
    if (declared === undefined || archive?.problem === 'placeholder' || archive?.roots.length !== 0)
      return [];
    const folder = pathOfUri(parentUri(uri));
    const bases = declared.startsWith('..') ? [folder].filter((each) => each !== undefined) : above;
    const found = bases.map((base) => resolve(join(base, declared))).find(isFolder);
    return found === undefined ? [] : [found];
  });
};

/** The folders above one, up to that of the repository; never the home folder or the root of the disk. */
export const foldersAbove = (root: string): readonly string[] => {
  const folders: string[] = [];
  let folder = root;
  for (let step = 0; step < HIGHEST && !isThere(join(folder, '.git')); step++) {
    folder = dirname(folder);
    if (folder === dirname(folder) || folder === homedir()) break;
    folders.push(folder);
  }
  return folders;
};

const isThere = (path: string): boolean => statSync(path, { throwIfNoEntry: false }) !== undefined;

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
