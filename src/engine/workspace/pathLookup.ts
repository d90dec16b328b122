import { ownText } from '../../shared/ownText';
import { childUri, parentUri } from '../model/uri';
import type { FolderIndex } from './folderIndex';

/** Answers whether files that a plan names are missing, and knows whether its answers still hold. */
export interface PathLookup {
  /** True where the workspace surely lacks what a relative path names; a path that ends with a slash is a folder's. */
  isMissing(path: string): boolean;
  /** False when one of the answers given would be another one now. */
  stillHolds(): boolean;
}

/** What no listing shows: folders that are left out, and hidden ones. */
const UNLISTED = /^(?:\.|node_modules$)/;

/**
 * Looks paths up from the folder of a plan and from every folder above it. A path counts as missing only if its first
 * folder exists (else it may be in another repository), and if no other folder of that name has the file (the path may
 * start anywhere).
 */
export const createPathLookup = (index: FolderIndex, planUri: string): PathLookup => {
  const answers = new Map<string, boolean>();
  let checkedAt = index.answers;
  const look = (path: string): boolean => {
    const names = path.split('/').filter((name) => name !== '' && name !== '.');
    const [first] = names;
    const last = names.at(-1);
    if (first === undefined || last === undefined || names.some((name) => UNLISTED.test(name))) return false;
    const isFolder = path.endsWith('/');
    const bases = basesOf(index, planUri);
    const isThere = (base: string): boolean => {
      const uri = names.reduce(childUri, base);
      return isFolder ? index.filesOf(uri) !== undefined : index.lookUp(uri);
    };
    if (!bases.some((base) => index.filesOf(childUri(base, first)) !== undefined)) return false;
    if (bases.some(isThere)) return false;
    const holder = isFolder ? last : (names.at(-2) ?? '');
    const others = index.foldersNamed(holder);
    return isFolder ? others.length === 0 : !others.some((folder) => index.lookUp(childUri(folder, last)));
  };
  return {
    isMissing: (path) => {
      const answer = answers.get(path) ?? look(path);
      answers.set(ownText(path), answer);
      return answer;
    },
    stillHolds: () => {
      if (checkedAt === index.answers) return true;
      const holds = [...answers].every(([path, answer]) => look(path) === answer);
      if (holds) checkedAt = index.answers;
      return holds;
    },
  };
};

/** The folder of the plan and those above it, as far as they are listed. */
const basesOf = (index: FolderIndex, planUri: string): readonly string[] => {
  const bases: string[] = [];
  for (let folder = parentUri(planUri); index.filesOf(folder) !== undefined; folder = parentUri(folder)) {
    bases.push(folder);
    if (folder === parentUri(folder)) break;
  }
  return bases;
};
