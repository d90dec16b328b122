import type { Span } from '../model/text';

/** Replace `span` of a document by `newText`. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}
