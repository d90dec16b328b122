import { l10n, Uri, WorkspaceEdit, workspace } from 'vscode';
import type { NewFile } from '../../engine/create/batch';
import type { Result } from '../../shared/result';
import type { UserError } from '../../shared/userError';
import type { ApplyFiles, ApplyMode, FailedFile, Outcome } from './outcome';
import { placeOf } from './place';

/** Creates one file with the folders it needs, never over another one and never outside `root`. */
export type CreateOne = (
  file: { readonly uri: string; readonly content: string },
  root: string,
) => Promise<Result<void, UserError>>;

/**
 * One edit for the whole batch, so that one undo takes it back. Where the editor refuses that edit, file by
 * file, keeping what works. Nothing that exists is touched, nothing outside the workspace is written.
 */
export const createApplyFiles =
  (createOne: () => Promise<CreateOne>): ApplyFiles =>
  async (files, mode) => {
    const failed: FailedFile[] = [];
    const plain: NewFile[] = [];
    const linked: NewFile[] = [];
    for (const file of files) {
      const place = await placeOf(Uri.parse(file.uri));
      if (place === 'plain') plain.push(file);
      else if (place === 'linked') linked.push(file);
      else failed.push({ file, reason: reasonOf(place) });
    }
    const results = [await createTogether(plain, mode, createOne), await createEach(linked, createOne)];
    return {
      created: results.flatMap(({ created }) => created),
      failed: [...failed, ...results.flatMap((each) => each.failed)],
    };
  };

const reasonOf = (place: 'outside' | 'exists'): string =>
  place === 'exists'
    ? l10n.t('a file of this name exists and was left as it is')
    : l10n.t('it would lie outside the workspace, where nothing is written');

const createTogether = async (
  files: readonly NewFile[],
  mode: ApplyMode,
  createOne: () => Promise<CreateOne>,
): Promise<Outcome> => {
  if (files.length === 0) return { created: [], failed: [] };
  const applied = await workspace.applyEdit(editFor(files, mode), { isRefactoring: mode === 'preview' });
  if (mode === 'at-once' && applied) return { created: files, failed: [] };
  const made: NewFile[] = [];
  for (const file of files) if (await holds(file)) made.push(file);
  if (mode === 'preview') return { created: made, failed: [] };
  const rest = await createEach(
    files.filter((file) => !made.includes(file)),
    createOne,
  );
  return { created: [...made, ...rest.created], failed: rest.failed };
};

const editFor = (files: readonly NewFile[], mode: ApplyMode): WorkspaceEdit => {
  const edit = new WorkspaceEdit();
  for (const { uri, content } of files) {
    edit.createFile(
      Uri.parse(uri),
      { overwrite: false, ignoreIfExists: false, contents: new TextEncoder().encode(content) },
      mode === 'preview' ? { needsConfirmation: true, label: l10n.t('Create documents') } : undefined,
    );
  }
  return edit;
};

const createEach = async (
  files: readonly NewFile[],
  createOne: () => Promise<CreateOne>,
): Promise<Outcome> => {
  const created: NewFile[] = [];
  const failed: FailedFile[] = [];
  const create = await createOne();
  for (const file of files) {
    const root = workspace.getWorkspaceFolder(Uri.parse(file.uri))?.uri.toString();
    if (root === undefined) continue;
    const result = await create(file, root);
    if (result.ok) created.push(file);
    else failed.push({ file, reason: result.error.message });
  }
  return { created, failed };
};

/** Whether the file is there with exactly the content it was to get. */
const holds = async ({ uri, content }: NewFile): Promise<boolean> => {
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(Uri.parse(uri))) === content;
  } catch {
    return false;
  }
};
