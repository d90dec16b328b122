import { createFile } from '../../node/createFile';
import type { CreateOne } from './apply';
import { createThroughEditor } from './editorCreate';

/** Creates a file on the disk itself, which says why when it cannot; through the editor for other schemes. */
export const createOnDesktop: CreateOne = async (file, root) => {
  if (!file.uri.startsWith('file:')) return createThroughEditor(file, root);
  return createFile(file, root);
};
