import { Range, type TextDocument } from 'vscode';
import type { Span } from '../../engine/model/text';

/** The span of a document's text, in UTF-16 units, as the editor writes it. */
export const rangeIn = (document: TextDocument, { start, end }: Span): Range =>
  new Range(document.positionAt(start), document.positionAt(end));
