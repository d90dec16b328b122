import type { Field } from '../../facts/field';

/** The labelled values of some lines. */
export interface LinesWithFields {
  readonly fields: readonly Field[];
  /** Whether what stands at an offset within the lines is code, a comment or a tag: no content. */
  isHidden(offset: number): boolean;
}
