import { Uri, workspace } from 'vscode';

/** Whether a file of the disk is open with changes that nobody saved. */
export const isUnsaved = (path: string): boolean =>
  workspace.textDocuments.some(({ uri, isDirty }) => isDirty && uri.fsPath === Uri.file(path).fsPath);
