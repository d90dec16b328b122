import { breathe, type Pace } from './pace';

/** Work that stops between small pieces, for whoever has to let others run; `value` comes with the last piece. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** All of it at once. */
export const finished = <T>(steps: Steps<T>): T => {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
};

/** All of it with turns for others; undefined as soon as nobody wants it any more. */
export const finishedWith = async <T>(
  steps: Steps<T>,
  pace: Pace,
  isWanted: () => boolean,
): Promise<T | undefined> => {
  while (isWanted()) {
    const { done, value } = steps.next();
    if (done) return value;
    await breathe(pace);
  }
  return undefined;
};
