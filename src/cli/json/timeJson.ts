import type { Effort } from '../../engine/model/effort';
import type { Time } from '../../engine/model/time';
import { savedShare } from '../../engine/progress/timeWords';

/** The stable machine format of progress and time, in hours, wherever it stands. */
export const timeJson = (time: Time) => {
  const { done, open, all, parallel, withoutEstimate, actual } = time;
  const saved = savedShare(time);
  return {
    done: hoursJson(done),
    open: hoursJson(open),
    all: hoursJson(all),
    parallel: parallel ? { open: hoursJson(parallel.open), all: hoursJson(parallel.all) } : null,
    savedPercent: saved === undefined ? null : Math.round(saved * 100),
    withoutEstimate: { open: withoutEstimate.open, all: withoutEstimate.all },
    actual: actual
      ? {
          achievements: actual.achievements,
          hours: hoursJson(actual.hours),
          estimatedHours: hoursJson(actual.estimated),
          ratio: rounded(actual.ratio),
        }
      : null,
  };
};

/** Without the noise that adding up minutes leaves behind. */
export const hoursJson = ({ min, max }: Effort) => ({ min: rounded(min), max: rounded(max) });

/** A figure without that noise. */
export const rounded = (figure: number): number => Math.round(figure * 10_000) / 10_000;
