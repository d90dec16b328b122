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

/** Hours to the hundredth, as documents have them: `2-3 hours`, `1 hour`, `0.5 hours`. */
export const effortWords = (effort: Effort): string => {
  const hours = figures(effort, hundredths);
  return `${hours} ${hours === '1' ? 'hour' : 'hours'}`;
};

/** At a glance: `4-6 h`, `45 min`, from 10 hours on whole ones. */
export const shortEffort = (effort: Effort): string =>
  effort.max > 0 && effort.max < 1
    ? `${figures({ min: effort.min * 60, max: effort.max * 60 }, Math.round)} min`
    : `${figures(effort, (hours) => (hours < 10 ? Math.round(hours * 10) / 10 : Math.round(hours)))} h`;

/** Hours to the hundredth. */
export const hundredths = (hours: number): number => Math.round(hours * 100) / 100;

const figures = ({ min, max }: Effort, round: (figure: number) => number): string => {
  const [from, to] = [round(min), round(max)];
  return from === to ? `${to}` : `${from}-${to}`;
};
