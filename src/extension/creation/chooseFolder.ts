import { type Uri, window, workspace } from 'vscode';

/** The only workspace folder, or the one the person picks; undefined when the person turned away. */
export const chooseFolder = async (): Promise<Uri | undefined> => {
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length === 1) return folders[0]?.uri;
  return (await window.showWorkspaceFolderPick())?.uri;
};
