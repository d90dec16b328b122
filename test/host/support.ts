import { setTimeout as delay } from 'node:timers/promises';
import * as vscode from 'vscode';

const POLL_MS = 25;
/** What has not come within this time never will, in milliseconds; the machine may have much else to do. */
const LIMIT_MS = 60_000;

/**
 * Waits until `probe` gives something other than undefined or false, and gives it back.
 * @param what names the thing waited for in the error
 */
export async function until<T>(
  probe: () => T | undefined | false | PromiseLike<T | undefined | false>,
  what: string,
): Promise<T> {
  const end = Date.now() + LIMIT_MS;
  for (;;) {
    const value = await probe();
    if (value !== undefined && value !== false) return value;
    if (Date.now() > end) throw new Error(`waited ${LIMIT_MS / 1000} s for ${what}`);
    await delay(POLL_MS);
  }
}

/** The folder of the workspace under test: a copy of test/fixtures/workspace that tests may write into. */
export function workspaceRoot(): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('the editor opened without a folder');
  return folder.uri;
}

/** A file of the workspace under test, by its path with forward slashes. */
export const file = (path: string): vscode.Uri => vscode.Uri.joinPath(workspaceRoot(), path);

/** Opens a file of the workspace in the editor. */
export async function open(path: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(file(path)));
}

/** Text of a file on disk, as UTF-8. */
export async function readText(path: string): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(file(path)));
}

/** Writes a file on disk, past any open editor. */
export async function writeText(path: string, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(file(path), new TextEncoder().encode(text));
}

/** Whether a file or folder is on disk. */
export async function exists(path: string): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(file(path));
    return true;
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return false;
    throw error;
  }
}

/** Applies an edit as a command would; fails when the editor refuses it. */
export async function apply(edit: vscode.WorkspaceEdit): Promise<void> {
  if (!(await vscode.workspace.applyEdit(edit))) throw new Error('the editor refused the edit');
}

/** Replaces the text `from` of an open document, unsaved, by `to`. */
export async function replaceText(document: vscode.TextDocument, from: string, to: string): Promise<void> {
  const at = document.getText().indexOf(from);
  if (at < 0) throw new Error(`${document.uri.path} does not contain ${JSON.stringify(from)}`);
  const edit = new vscode.WorkspaceEdit();
  const range = new vscode.Range(document.positionAt(at), document.positionAt(at + from.length));
  edit.replace(document.uri, range, to);
  await apply(edit);
}

/** The extension under test, activated. */
export async function activated(): Promise<vscode.Extension<unknown>> {
  const extension = vscode.extensions.getExtension('parallel-plans.parallel-plans');
  if (!extension) throw new Error('the editor does not know the extension');
  await extension.activate();
  return extension;
}

/** Closes every editor without saving. */
export async function closeEditors(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
