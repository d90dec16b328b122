import { withoutTail } from '../../shared/withoutTail';

/** Files and folders that are in use; asks quickly whether another list touches one of them. */
export interface UsedFiles {
  touches(files: readonly string[]): boolean;
  add(files: readonly string[]): void;
}

/** A file is in use when it, a folder above it, or something below it is. Names count as they are written. */
export const usedFiles = (): UsedFiles => {
  const used = new Set<string>();
  /** Folders above what is in use. */
  const above = new Set<string>();
  return {
    touches: (files) =>
      used.size > 0 &&
      files.some((file) => {
        const path = plain(file);
        return used.has(path) || above.has(path) || parentsOf(path).some((parent) => used.has(parent));
      }),
    add: (files) => {
      for (const file of files) {
        const path = plain(file);
        used.add(path);
        for (const parent of parentsOf(path)) above.add(parent);
      }
    },
  };
};

/** Without what says the same: `./src/a/` is `src/a`. */
const plain = (file: string): string => withoutTail(file.replace(/^(?:\.?\/)+/, ''), '/');

const parentsOf = (path: string): readonly string[] => {
  const parents: string[] = [];
  for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) {
    parents.push(path.slice(0, at));
  }
  return parents;
};
