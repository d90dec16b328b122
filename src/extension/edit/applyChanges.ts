import { Range, type TextDocument, Uri, WorkspaceEdit, workspace } from 'vscode';
import type { TextEdit } from '../../engine/edit/textEdit';
import { nameOf } from '../../engine/model/uri';
import { UserError } from '../../shared/userError';
import { rangeIn } from './rangeIn';

/** A change of one document. */
export interface DocumentChange {
  readonly uri: string;
  /** The text it was made for; where the document says anything else by now, nothing is changed. */
  readonly madeFor?: string;
  /** Refuses a document with unsaved changes; without it they stay, and what is changed stays unsaved too. */
  readonly onlySaved?: boolean;
  /** What it does to the text of the document; throws where that cannot be done. None: it cannot be done. */
  edits(text: string): readonly TextEdit[];
}

/** A document that was changed, as it was before and as it was left. */
export interface ChangedDocument {
  readonly uri: Uri;
  /** Undefined for a document that was created. */
  readonly before: string | undefined;
  readonly after: string;
}

/**
 * Changes documents in the editor and creates at most one, all or none, each as a step that undo takes back. What had
 * no unsaved changes is saved; nothing that exists is overwritten. Why it cannot be is a {@link UserError}.
 */
export const applyChanges = async (
  changes: readonly DocumentChange[],
  created?: { readonly uri: string; readonly text: string },
): Promise<readonly ChangedDocument[]> => {
  const edit = new WorkspaceEdit();
  const opened = await Promise.all(changes.map(({ uri }) => workspace.openTextDocument(Uri.parse(uri))));
  const before = opened.map((document) => document.getText());
  opened.forEach((document, at) => {
    const change = changes[at];
    for (const each of change ? editsOf(change, document) : []) {
      edit.replace(document.uri, rangeIn(document, each.span), each.newText);
    }
  });
  if (created) {
    const contents = new TextEncoder().encode(created.text);
    edit.createFile(Uri.parse(created.uri), { overwrite: false, ignoreIfExists: false, contents });
  }
  await apply(edit, opened);
  return [
    ...opened.map((document, at) => ({ uri: document.uri, before: before[at], after: document.getText() })),
    ...(created ? [{ uri: Uri.parse(created.uri), before: undefined, after: created.text }] : []),
  ];
};

/** Puts documents back as they were before a change; nothing where one of them is not as that change left it. */
export const takeBackChanges = async (changes: readonly ChangedDocument[]): Promise<void> => {
  const edit = new WorkspaceEdit();
  const opened = await Promise.all(changes.map(({ uri }) => workspace.openTextDocument(uri)));
  changes.forEach(({ uri, before, after }, at) => {
    const document = opened[at];
    if (document?.getText() !== after) {
      throw new UserError(`${fileOf(uri)} was changed since. Undo it there.`);
    }
    if (before === undefined) edit.deleteFile(uri);
    else edit.replace(uri, whole(document), before);
  });
  await apply(
    edit,
    opened.filter((_, at) => changes[at]?.before !== undefined),
  );
};

/** Makes an edit of the workspace, or says that the editor did not. */
export const applyEdit = async (edit: WorkspaceEdit): Promise<void> => {
  if (!(await workspace.applyEdit(edit))) {
    throw new UserError('The editor did not accept the change. Nothing was written.');
  }
};

const editsOf = (change: DocumentChange, document: TextDocument): readonly TextEdit[] => {
  const name = fileOf(document.uri);
  const text = document.getText();
  if (change.onlySaved && document.isDirty) {
    throw new UserError(`${name} was not changed: it has unsaved changes.`);
  }
  if (change.madeFor !== undefined && unixText(text) !== unixText(change.madeFor)) {
    throw new UserError(`${name} was not changed: somebody changed it meanwhile.`);
  }
  const edits = change.edits(text);
  if (edits.length === 0) {
    throw new UserError(`This change is not possible in the way ${name} is written. Edit it by hand.`);
  }
  return edits;
};

const apply = async (edit: WorkspaceEdit, documents: readonly TextDocument[]): Promise<void> => {
  const clean = documents.filter(({ isDirty }) => !isDirty);
  await applyEdit(edit);
  for (const document of clean) await document.save();
};

const whole = (document: TextDocument): Range =>
  document.validateRange(new Range(0, 0, document.lineCount, 0));

/** The editor gives every line of a document the same end. */
const unixText = (text: string): string => text.replace(/\r\n?/g, '\n');

const fileOf = (uri: Uri): string => nameOf(uri.toString());
