import { Uri, WorkspaceEdit, workspace } from 'vscode';
import type { CreationPlace } from '../../engine/create/batchRun';
import { fail, ok } from '../../shared/result';
import { messageOf, UserError } from '../../shared/userError';
import { refusalOf, whatStandsAt } from './freePlace';

/** Creates a file through the editor, for file systems the process cannot reach itself. */
export const createThroughEditor: CreationPlace['create'] = async ({ uri, content }) => {
  const target = Uri.parse(uri);
  const refusal = refusalOf(await whatStandsAt(target));
  if (refusal !== undefined) return fail(new UserError(refusal));
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
