import type { Span } from '../model/text';

/** A labelled value inside an achievement's definition: `- **Effort**: 2-3 hours`. */
export interface Field {
  readonly name: FieldName;
  /** The label as written. */
  readonly label: string;
  /**
   * Text behind the label on its own line or, if there is none, the first line of the text below that belongs to it.
   * Trimmed; empty if there is only a list, or nothing.
   */
  readonly value: string;
  readonly valueSpan: Span;
  /** From the start of the label's line to the end of everything that belongs to it, as Markdown ends it. */
  readonly block: Span;
  readonly form: FieldForm;
}

/**
 * How a field is written: as a list item or a line that looks like one; as a paragraph, with what stands right below it
 * where its label has no value; as a row or column of a table; as a heading of its own; beside others on one line. The
 * block of a `cell` or `inline` field is a part of its line, from its label (a cell in a column: from its value) on.
 */
export type FieldForm = 'item' | 'paragraph' | 'cell' | 'heading' | 'inline';

export type FieldName =
  | 'effort'
  | 'actual'
  | 'goal'
  | 'what'
  | 'success'
  | 'deliverables'
  | 'tests'
  | 'dependencies'
  | 'blocks'
  | 'other';
