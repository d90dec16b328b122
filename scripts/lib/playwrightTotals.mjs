import { existsSync, readFileSync } from 'node:fs';

/**
 * Adds up the report of a Playwright run. Whatever did not simply pass has failed: a test that passed on a second try,
 * or did not run because of another. An error outside of the tests, a missing report and a bad end without a failed
 * test count as one failure more.
 * @param {string} file what the reporter `json` wrote
 * @param {number} exitCode of the run
 * @returns {import('./results.mjs').Totals}
 */
export function playwrightTotals(file, exitCode) {
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const { stats, errors } = JSON.parse(readFileSync(file, 'utf8'));
  const failed = stats.unexpected + stats.flaky + stats.skipped + errors.length;
  const ended = exitCode === 0 ? stats.expected + failed > 0 : failed > 0;
  return { passed: stats.expected, failed: ended ? failed : failed + 1 };
}
