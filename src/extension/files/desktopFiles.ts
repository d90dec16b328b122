import type { FileSystem, Logger } from '../../engine/files';
import { createDiskFiles } from '../../node/diskFiles';
import { includesIgnored } from '../followSettings';
import { createEditorFiles } from './editorFiles';

/** The disk for `file:` URIs, the editor's file systems for every other scheme; the editor watches for both. */
export const createDesktopFiles = (logger: Logger): FileSystem => {
  const disk = createDiskFiles(logger, includesIgnored);
  const editor = createEditorFiles(logger);
  const holding = (uri: string): FileSystem => (uri.startsWith('file:') ? disk : editor);
  return {
    list: (root, known) => holding(root).list(root, known),
    read: (uri) => holding(uri).read(uri),
    exists: (uri) => holding(uri).exists(uri),
    changedSince: async (uri, time) => (await holding(uri).changedSince?.(uri, time)) === true,
    isLeftOut: (root, uri) => holding(uri).isLeftOut?.(root, uri) === true,
    watch: (listener) => editor.watch(listener),
  };
};
