import { l10n, Range, type TextDocument, Uri, WorkspaceEdit, workspace } from 'vscode';
import type { DependencyEdits } from '../../engine/dependency/prepare';
import { nameOf } from '../../engine/model/uri';
import { orThrow } from '../../shared/result';
import { UserError } from '../../shared/userError';
import { rangeIn } from '../rangeIn';

/** A document that was changed, as it was before and as it was left. */
export interface ChangedDocument {
  readonly uri: Uri;
  /** Undefined for a document that was created. */
  readonly before: string | undefined;
  readonly after: string;
}

/**
 * Makes changes of dependencies in the editor's documents, all or none, each as a step that undo takes back. What had
 * no unsaved changes is saved; nothing that exists is overwritten.
 */
export const applyDependencies = async ({
  documents,
  created,
}: DependencyEdits): Promise<readonly ChangedDocument[]> => {
  const edit = new WorkspaceEdit();
  const opened = await Promise.all(documents.map(({ uri }) => workspace.openTextDocument(Uri.parse(uri))));
  const before = opened.map((document) => document.getText());
  opened.forEach((document, at) => {
    const change = documents[at];
    const edits = change ? orThrow(change.check(before[at] ?? '')) : [];
    if (edits.length === 0) throw notChanged(document.uri);
    for (const each of edits) edit.replace(document.uri, rangeIn(document, each.span), each.newText);
  });
  if (created) {
    const contents = new TextEncoder().encode(created.text);
    edit.createFile(Uri.parse(created.uri), { overwrite: false, ignoreIfExists: false, contents });
  }
  await applied(edit, opened);
  return [
    ...opened.map((document, at) => ({ uri: document.uri, before: before[at], after: document.getText() })),
    ...(created ? [{ uri: Uri.parse(created.uri), before: undefined, after: created.text }] : []),
  ];
};

/** Puts documents back as they were before a change; nothing where one of them is not as that change left it. */
export const takeBack = async (changes: readonly ChangedDocument[]): Promise<void> => {
  const edit = new WorkspaceEdit();
  const opened = await Promise.all(changes.map(({ uri }) => workspace.openTextDocument(uri)));
  changes.forEach(({ uri, before, after }, at) => {
    const document = opened[at];
    if (document?.getText() !== after) throw changedSince(uri);
    if (before === undefined) edit.deleteFile(uri);
    else edit.replace(uri, whole(document), before);
  });
  await applied(
    edit,
    opened.filter((_, at) => changes[at]?.before !== undefined),
  );
};

const applied = async (edit: WorkspaceEdit, documents: readonly TextDocument[]): Promise<void> => {
  const clean = documents.filter(({ isDirty }) => !isDirty);
  if (!(await workspace.applyEdit(edit))) {
    throw new UserError(l10n.t('The editor did not take the change. Nothing was written.'));
  }
  for (const document of clean) await document.save();
};

const whole = (document: TextDocument): Range =>
  document.validateRange(new Range(0, 0, document.lineCount, 0));

const notChanged = (uri: Uri): UserError =>
  new UserError(l10n.t('{0} is written in a way that this cannot change: edit it by hand.', fileOf(uri)));

const changedSince = (uri: Uri): UserError =>
  new UserError(l10n.t('{0} was changed since: undo it there.', fileOf(uri)));

const fileOf = (uri: Uri): string => nameOf(uri.toString());
