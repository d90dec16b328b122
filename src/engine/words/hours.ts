import { type Effort, hundredths } from '../model/effort';

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

/** A figure in hours: `2 hours`, `0.5 hours`. */
export const hoursWords = (hours: number): string => effortWords({ min: hours, max: hours });

/** The same at a glance: `2 h`, `30 min`. */
export const shortHours = (hours: number): string => shortEffort({ min: hours, max: hours });

const figures = ({ min, max }: Effort, round: (figure: number) => number): string => {
  const [from, to] = [round(min), round(max)];
  return from === to ? `${to}` : `${from}-${to}`;
};
