import type { Position } from './text';

/** Where something stands, for programs: zero-based, as in the Language Server Protocol. */
export interface RangeJson {
  readonly start: Position;
  readonly end: Position;
}
