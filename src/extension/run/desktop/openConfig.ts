import { existsSync } from 'node:fs';
import { Position, Uri, WorkspaceEdit, window, workspace } from 'vscode';

const START = `{
  // every command has to succeed, in the worktree of an achievement and again on the merged files
  "gates": [["npm", "test"]]
}
`;

/** Opens a run.json; where there is none, one that is not saved yet. */
export const openConfig = async (path: string): Promise<void> => {
  const isThere = existsSync(path);
  const uri = isThere ? Uri.file(path) : Uri.file(path).with({ scheme: 'untitled' });
  const document = await workspace.openTextDocument(uri);
  await window.showTextDocument(document);
  if (isThere || document.getText() !== '') return;
  const edit = new WorkspaceEdit();
  edit.insert(uri, new Position(0, 0), START);
  await workspace.applyEdit(edit);
};
