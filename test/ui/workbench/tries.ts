import { expect, type Locator } from '@playwright/test';

/**
 * How long each try may take before it is made again, in milliseconds. What went wrong at once is made good soon; what
 * takes longer than the last one is broken.
 */
const TRIES_MS: readonly number[] = [4_000, 8_000, 8_000, 16_000, 16_000, 32_000, 64_000, 128_000];

/**
 * Tries something again and again, with a limit for each try that grows; fails as the last try did.
 * @param attempt rejects when it had no effect within the limit, in milliseconds
 */
export const tryAgain = async (attempt: (limit: number) => Promise<void>): Promise<void> => {
  const [last = 0, ...before] = [...TRIES_MS].reverse();
  for (const limit of before.reverse()) {
    try {
      return await attempt(limit);
    } catch {
      // the next try has more time
    }
  }
  await attempt(last);
};

/**
 * Does something until `goal` is on the screen: keys get lost while the focus moves. What the action itself could not
 * do within the time it is given counts as not having happened.
 */
export const until = async (goal: Locator, act: (limit: number) => Promise<void>): Promise<void> => {
  const wanted = goal.first();
  let isFirst = true;
  await tryAgain(async (limit) => {
    // what was done before may have had its effect late
    if (!isFirst && (await wanted.isVisible())) return;
    isFirst = false;
    await act(limit);
    await expect(wanted).toBeVisible({ timeout: limit });
  });
};
