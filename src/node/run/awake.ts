/** Counts the time for which the computer was awake, so that its sleep is nobody's idleness. */
export interface AwakeClock {
  /** Milliseconds awake since the clock was made. Sleep between two calls counts as `longestMs`. */
  elapsed(): number;
}

/**
 * A clock that somebody reads again and again: what passes between two calls counts up to `longestMs`, for a process
 * that was not asleep had come earlier.
 *
 * @param now in milliseconds, of any beginning; goes on while the computer sleeps, or not: both will do
 */
export const createAwakeClock = (longestMs: number, now: () => number = Date.now): AwakeClock => {
  let [last, total] = [now(), 0];
  return {
    elapsed: () => {
      const time = now();
      // a clock that was set back has told nothing
      total += Math.min(Math.max(0, time - last), longestMs);
      last = time;
      return total;
    },
  };
};
