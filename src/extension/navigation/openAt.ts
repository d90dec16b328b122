import { type TextDocument, Uri, ViewColumn, window, workspace } from 'vscode';
import type { Span } from '../../engine/model/text';
import { rangeIn } from '../edit/rangeIn';

/** Shows a document, with a span of it selected where one is given; never over a graph that has the focus. */
export const openAt = async (uri: string, span?: Span): Promise<void> => {
  const document = await workspace.openTextDocument(Uri.parse(uri));
  await window.showTextDocument(document, {
    viewColumn: columnFor(document),
    ...(span ? { selection: rangeIn(document, span) } : {}),
  });
};

/** Where the document is shown already, else where text is shown. */
const columnFor = (document: TextDocument): ViewColumn => {
  const editors = window.visibleTextEditors.filter(({ viewColumn }) => viewColumn !== undefined);
  const same = editors.find((editor) => editor.document === document);
  const editor = same ?? window.activeTextEditor ?? editors[0];
  return editor?.viewColumn ?? ViewColumn.Active;
};
