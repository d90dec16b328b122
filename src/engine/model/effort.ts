/** Working time in hours; `min` equals `max` for a single figure. */
export interface Effort {
  readonly min: number;
  readonly max: number;
}
