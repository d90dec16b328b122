import { isEvidenceName, PARALLEL_NAMES, planNameOf } from '../model/fileName';
import { usedFiles } from './overlap';
import type { ItemRecord } from './state';

/**
 * Files that an item changed without saying so, of one that says which files it changes; its documents are none. Paths
 * in documents may begin below the root of the repository, so what ends like one that is named is named.
 */
export const undeclaredIn = ({ item, created = [], modified = [] }: ItemRecord): readonly string[] => {
  if (item.files.length === 0) return [];
  const declared = usedFiles();
  declared.add(item.files);
  return [...created, ...modified].filter(
    (path) => !isDocument(path) && !endingsOf(path).some((ending) => declared.touches([ending])),
  );
};

const isDocument = (path: string): boolean => {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return isEvidenceName(name) || planNameOf(name) !== undefined || PARALLEL_NAMES.includes(name);
};

/** `a/b/c.ts`, `b/c.ts`, `c.ts`. */
const endingsOf = (path: string): readonly string[] => {
  const segments = path.split('/');
  return segments.map((_, at) => segments.slice(at).join('/'));
};
