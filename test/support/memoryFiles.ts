import type { FileChange, FileSystem, Folder } from '../../src/engine/files';
import { childUri, decodeUri, isInside, nameOf, parentUri } from '../../src/engine/model/uri';
import type { Disposable } from '../../src/shared/dispose';
import { Emitter } from '../../src/shared/event';

export interface MemoryFiles extends FileSystem {
  /** Creates or changes a file and tells the watchers before it returns. */
  set(path: string, text: string): void;
  /** Deletes a file, or a folder with all that is in it, and tells the watchers before it returns. */
  delete(path: string): void;
  /** Text by path, for asserting what is there. */
  readonly texts: ReadonlyMap<string, string>;
}

/** `file:///` URI of an absolute path (`/w/PLAN_X.md`), encoded as `vscode-uri` does. */
export const uriOf = (path: string): string => path.split('/').filter(Boolean).reduce(childUri, 'file:///');

const pathOf = (uri: string): string => decodeUri(uri.slice('file://'.length));

/** A file system in memory: absolute paths with `/`, folders exist as far as files need them. */
export const memoryFiles = (record: Readonly<Record<string, string>> = {}): MemoryFiles => {
  const texts = new Map(Object.entries(record));
  const changes = new Emitter<readonly FileChange[]>((error) => {
    throw error;
  });
  return {
    texts,
    list: async (root) => listFolders(root, [...texts.keys()].map(uriOf)),
    read: async (uri) => {
      const text = texts.get(pathOf(uri));
      return text?.includes('\0') ? undefined : text?.replace(/^\ufeff/, '');
    },
    exists: async (uri) => [...texts.keys()].some((path) => isInside(uri, uriOf(path))),
    watch: (listener): Disposable => changes.event(listener),
    set: (path, text) => {
      const kind = texts.has(path) ? 'changed' : 'created';
      texts.set(path, text);
      changes.fire([{ uri: uriOf(path), kind }]);
    },
    delete: (path) => {
      const gone = [...texts.keys()].filter((each) => each === path || each.startsWith(`${path}/`));
      for (const each of gone) texts.delete(each);
      changes.fire(
        [path, ...gone.filter((each) => each !== path)].map((each) => ({
          uri: uriOf(each),
          kind: 'deleted',
        })),
      );
    },
  };
};

/** The folders below `root` that files need, with their names. */
export const listFolders = (root: string, uris: readonly string[]): readonly Folder[] => {
  const folders = new Map<string, string[]>();
  for (const uri of uris) {
    if (uri === root || !isInside(root, uri)) continue;
    const files = folders.get(parentUri(uri)) ?? [];
    files.push(nameOf(uri));
    folders.set(parentUri(uri), files);
    for (let folder = parentUri(uri); isInside(root, folder); folder = parentUri(folder)) {
      if (!folders.has(folder)) folders.set(folder, []);
      if (folder === parentUri(folder)) break;
    }
  }
  return [...folders]
    .map(([uri, files]) => ({ uri, files: files.sort() }))
    .sort((one, other) => (one.uri < other.uri ? -1 : 1));
};
