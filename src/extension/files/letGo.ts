import { type Disposable, workspace } from 'vscode';
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
