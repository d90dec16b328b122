import { Range, type TextDocument, Uri, window, workspace } from 'vscode';
import type { Span } from '../../engine/model/text';

/** Shows a document, with a span of it selected where one is given. */
export const openAt = async (uri: string, span?: Span): Promise<void> => {
  const document = await workspace.openTextDocument(Uri.parse(uri));
  await window.showTextDocument(document, span ? { selection: rangeIn(document, span) } : {});
};

const rangeIn = (document: TextDocument, { start, end }: Span): Range =>
  new Range(document.positionAt(start), document.positionAt(end));
