/** Working time in hours; `min` equals `max` for a single figure. */
export interface Effort {
  readonly min: number;
  readonly max: number;
}

/** What an achievement took. */
export interface ActualEffort extends Effort {
  /** URIs of the documents that say so; their figures are added up. */
  readonly saidIn: readonly string[];
}

export const NO_EFFORT: Effort = { min: 0, max: 0 };

export const addEfforts = (one: Effort, other: Effort): Effort => ({
  min: one.min + other.min,
  max: one.max + other.max,
});

/** The figure that stands for a range. */
export const middleOf = ({ min, max }: Effort): number => min + (max - min) / 2;

/** Hours to the hundredth. */
export const hundredths = (hours: number): number => Math.round(hours * 100) / 100;
