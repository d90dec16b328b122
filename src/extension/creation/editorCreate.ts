import { Uri, WorkspaceEdit, workspace } from 'vscode';
import { fail, ok } from '../../shared/result';
import { messageOf, UserError } from '../../shared/userError';
import type { CreateOne } from './apply';
import { placeOf } from './place';

/** Creates a file through the editor, for file systems the process cannot reach itself. */
export const createThroughEditor: CreateOne = async ({ uri, content }) => {
  const target = Uri.parse(uri);
  if ((await placeOf(target)) === 'linked') {
    return fail(new UserError('its folder is a link, which may lead outside the workspace'));
  }
  try {
    await workspace.fs.createDirectory(Uri.joinPath(target, '..'));
  } catch (error) {
    return fail(new UserError(messageOf(error), { cause: error }));
  }
  const edit = new WorkspaceEdit();
  const contents = new TextEncoder().encode(content);
  edit.createFile(target, { overwrite: false, ignoreIfExists: false, contents });
  return (await workspace.applyEdit(edit))
    ? ok(undefined)
    : fail(new UserError('the editor could not create it; see its log'));
};
