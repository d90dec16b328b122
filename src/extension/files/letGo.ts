import { type Disposable, type Uri, workspace } from 'vscode';
import type { Engine } from '../../engine/engine';

/**
 * What stands in an editor without unsaved changes is the file. When the file goes, it counts no longer: the editor
 * keeps the text in a tab, and for some minutes after it was closed, and nothing would tell the engine.
 */
export const letGoOfRemoved = (engine: Engine): Disposable => {
  const watcher = workspace.createFileSystemWatcher('**/*.{md,MD,json}', true, true, false);
  watcher.onDidDelete((uri) => letGo(engine, uri.toString()));
  return watcher;
};

/** The same at once for a file that was removed just now. Does nothing where there are unsaved changes. */
export const letGo = (engine: Engine, uri: string): void => {
  const open = workspace.textDocuments.find((document) => document.uri.toString() === uri);
  if (open && !open.isDirty) engine.closeDocument(uri);
};

/** The same for every document that is open, where the watcher may have told nothing. */
export const letGoOfMissing = async (engine: Engine): Promise<void> => {
  for (const { uri, isDirty } of workspace.textDocuments) {
    if (isDirty || uri.scheme !== 'file' || (await isThere(uri))) continue;
    letGo(engine, uri.toString());
  }
};

const isThere = async (uri: Uri): Promise<boolean> => {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
};
