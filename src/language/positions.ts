import type { LineIndex, Span } from '../engine/model/text';

/** A range of zero-based lines and UTF-16 columns, end exclusive, as the Language Server Protocol has it. */
export interface Range {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

const documentStart: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** The range of a span; the start of the document when the document was never read. */
export const rangeOf = (lines: LineIndex | undefined, span: Span): Range =>
  lines ? { start: lines.positionAt(span.start), end: lines.positionAt(span.end) } : documentStart;

/** Whether two ranges share a character or touch; a caret beside a word touches it. */
export const touches = (one: Range, other: Range): boolean =>
  !isBefore(one.end, other.start) && !isBefore(other.end, one.start);

export const sameRange = (one: Range, other: Range): boolean =>
  !isBefore(one.start, other.start) &&
  !isBefore(other.start, one.start) &&
  !isBefore(one.end, other.end) &&
  !isBefore(other.end, one.end);

const isBefore = (one: Range['start'], other: Range['start']): boolean =>
  one.line < other.line || (one.line === other.line && one.character < other.character);
