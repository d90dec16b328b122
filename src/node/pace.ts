/** Longest time, in milliseconds, that work on the disk keeps the event loop from turning. */
const SLICE = 10;

/** Call between small pieces of synchronous work: lets the event loop turn whenever a slice is used up. */
export type Pace = () => Promise<void> | undefined;

export const createPace = (): Pace => {
  let started = performance.now();
  return () => {
    if (performance.now() - started < SLICE) return undefined;
    return new Promise((resolve) => {
      setImmediate(() => {
        started = performance.now();
        resolve();
      });
    });
  };
};
