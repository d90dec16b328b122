import { expect, type Locator } from '@playwright/test';

/** What was done and had no effect for this long is done again, in milliseconds; each time it gets twice as long. */
const FIRST_TRY_MS = 8_000;
/** What had no effect for this long is broken, in milliseconds. */
const LAST_TRY_MS = 128_000;

/**
 * Tries something again and again, with a limit for each try that grows; fails as the last try did.
 * @param attempt rejects when it had no effect within the limit, in milliseconds
 */
export const tryAgain = async (attempt: (limit: number) => Promise<void>): Promise<void> => {
  for (let limit = FIRST_TRY_MS; ; limit *= 2) {
    try {
      return await attempt(limit);
    } catch (error) {
      if (limit >= LAST_TRY_MS) throw error;
    }
  }
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
