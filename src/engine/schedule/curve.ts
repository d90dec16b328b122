import type { Schedule, Schedules } from './schedules';

/** One more executor pays while it makes the whole shorter by this share of what it takes now. */
export const WORTHWHILE = 0.05;

/** The schedules for every number of executors, from the fewest to where one more cannot change anything. */
export const curveOf = (schedules: Schedules): readonly Schedule[] => {
  const { fewest, of } = schedules;
  return Array.from({ length: schedules.most() - fewest + 1 }, (_, more) => of(fewest + more));
};

/** The fewest executors to which adding one is not worthwhile; the last where it always is. */
export const bestOf = (schedules: Schedules): Schedule => {
  const { fewest, most, of } = schedules;
  for (let count = fewest; count < most(); count++) {
    const { makespan } = of(count);
    if (makespan - of(count + 1).makespan < makespan * WORTHWHILE) return of(count);
  }
  return of(most());
};
