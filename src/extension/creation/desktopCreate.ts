import { createFiles } from '../../node/createFiles';
import { fail } from '../../shared/result';
import { UserError } from '../../shared/userError';
import type { CreateOne } from './apply';
import { createThroughEditor } from './editorCreate';

/** Creates a file on the disk itself, which says why when it cannot; through the editor for other schemes. */
export const createOnDesktop: CreateOne = async (file, root) => {
  if (!file.uri.startsWith('file:')) return createThroughEditor(file, root);
  const [outcome] = await createFiles([file], root);
  return outcome?.[1] ?? fail(new UserError('it was not created'));
};
