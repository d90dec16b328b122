/**
 * Call between small pieces of synchronous work: gives a promise to wait for when it is time to let others run,
 * undefined while there is time left.
 */
export type Pace = () => Promise<void> | undefined;

/** Longest time, in milliseconds, that paced work keeps the event loop from turning. */
const SLICE = 6;

/**
 * @param turn resolves when everything that waited in the event loop has run
 * @param now milliseconds of a clock that nobody sets
 */
export const createPace = (turn: () => Promise<void>, now = () => performance.now()): Pace => {
  let started = now();
  return () => {
    if (now() - started < SLICE) return undefined;
    return turn().then(() => {
      started = now();
    });
  };
};

/** Waits until there is time left, however many others waited for the same turn. */
export const breathe = async (pace: Pace | undefined): Promise<void> => {
  for (let turn = pace?.(); turn; turn = pace?.()) await turn;
};
