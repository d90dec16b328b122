import assert from 'node:assert/strict';

/** Who is too slow by chance is not so each time. */
const TRIES = 4;

/** CPU time of the process in ms, which other processes hardly change. */
const timeOf = (run: () => unknown): number => {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
};

/** How much longer a larger text may take. */
export interface Growth {
  /** Characters of the small text. */
  readonly small: number;
  /** How many times as long the large text is. */
  readonly times: number;
  /** How many times as long it may take; less than the square of `times`. */
  readonly most: number;
  /** What a busy machine, a garbage collection and the compiler add, in ms. */
  readonly noise: number;
}

/** Fails where reading takes more than its share of time for a text that is longer. */
export const assertGrowth = (
  { small, times, most, noise }: Growth,
  textOf: (size: number) => string,
  read: (text: string) => unknown,
): void => {
  const tried: string[] = [];
  for (let again = 0; again < TRIES; again++) {
    const before = timeOf(() => read(textOf(small)));
    const after = timeOf(() => read(textOf(small * times)));
    if (after < most * before + noise) return;
    tried.push(`${before} ms, ${times} times as long ${after} ms`);
  }
  assert.fail(`${JSON.stringify(textOf(40))}: ${tried.join('; ')}`);
};
