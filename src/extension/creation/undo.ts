import { Uri, WorkspaceEdit, workspace } from 'vscode';
import { type CreatedFile, type CreationMemory, sha256 } from './memory';

export interface Undone {
  readonly removed: readonly string[];
  /** Edited since, or with unsaved changes: left as they are. */
  readonly kept: readonly string[];
  /** Could not be removed. */
  readonly failed: readonly string[];
}

/** Removes exactly the files the last creation made that nobody has touched since. Names in the answer. */
export const undoLastCreation = async (memory: CreationMemory): Promise<Undone> => {
  const unchanged: CreatedFile[] = [];
  const kept: string[] = [];
  for (const file of memory.last()) {
    const state = await stateOf(file);
    if (state === 'unchanged') unchanged.push(file);
    if (state === 'edited') kept.push(file.name);
  }
  const edit = new WorkspaceEdit();
  for (const { uri } of unchanged) edit.deleteFile(Uri.parse(uri), { ignoreIfNotExists: true });
  if (unchanged.length > 0) await workspace.applyEdit(edit);
  const removed: string[] = [];
  const failed: string[] = [];
  for (const file of unchanged) {
    ((await stateOf(file)) === 'gone' ? removed : failed).push(file.name);
  }
  if (failed.length === 0) await memory.forget();
  return { removed, kept, failed };
};

const stateOf = async ({ uri, sha256: expected }: CreatedFile): Promise<'unchanged' | 'edited' | 'gone'> => {
  const open = workspace.textDocuments.find((document) => document.uri.toString() === uri);
  if (open?.isDirty) return 'edited';
  try {
    const bytes = await workspace.fs.readFile(Uri.parse(uri));
    return (await sha256(bytes)) === expected ? 'unchanged' : 'edited';
  } catch {
    return 'gone';
  }
};
