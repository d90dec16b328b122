import {
  RenameFile,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-types';
import type { RenamedDocument, RenameEdit, RenameReason, Renaming } from '../engine/rename/renaming';
import { rangeOf } from './positions';

/** For clients that know nothing but edits. */
export const plainEdit = ({ documents }: Renaming): WorkspaceEdit => ({
  changes: Object.fromEntries(
    documents.map((document) => [document.uri, document.edits.map((edit) => toEdit(document, edit))]),
  ),
});

const toEdit = ({ lines }: RenamedDocument, { span: place, newText }: RenameEdit): TextEdit => ({
  range: rangeOf(lines, place),
  newText,
});

/** Edits of documents, then new names of files; `annotations` tells the reason of each. */
export const orderedEdit = (
  renaming: Renaming,
  annotations: boolean,
  versionOf: (uri: string) => number | undefined,
): WorkspaceEdit => {
  const documentChanges = [
    ...renaming.documents.map(
      (document): TextDocumentEdit => ({
        textDocument: { uri: document.uri, version: versionOf(document.uri) ?? null },
        edits: document.edits.map((edit) =>
          annotations ? { ...toEdit(document, edit), annotationId: edit.reason } : toEdit(document, edit),
        ),
      }),
    ),
    ...renaming.files.map(({ from, to }) =>
      RenameFile.create(
        from,
        to,
        { overwrite: false, ignoreIfExists: false },
        annotations ? FILES : undefined,
      ),
    ),
  ];
  return annotations ? { documentChanges, changeAnnotations: annotationsOf(renaming) } : { documentChanges };
};

const FILES: RenameReason = 'file-name';

const annotationsOf = ({ id, newId }: Renaming): NonNullable<WorkspaceEdit['changeAnnotations']> => {
  const title = `Rename ${id} to ${newId}`;
  const annotations: Record<RenameReason, { label: string; needsConfirmation?: boolean }> = {
    id: { label: title },
    text: { label: `${title} in running text` },
    'file-name': { label: `${title} in file names` },
    doubtful: {
      label: `${title} in code, comments and where it may mean something else`,
      needsConfirmation: true,
    },
  };
  return annotations;
};
