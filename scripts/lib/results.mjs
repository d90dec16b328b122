import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * What a suite leaves behind for whoever adds up.
 * @typedef {object} Totals
 * @property {number} passed
 * @property {number} failed
 * @property {number} [skipped] what could not run here
 */

/** Forgets the results of an earlier run, so that a suite that never runs leaves none. */
export const clearTotals = (file) => rmSync(file, { force: true });

export function writeTotals(file, { passed, failed, skipped = 0 }) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify({ passed, failed, skipped }));
}

/**
 * The totals of a suite. One that left none, or neither ran nor skipped a test, or ended badly without a failed test, counts as
 * one failure.
 * @param {number} exitCode of the suite's process
 * @returns {Totals}
 */
export function readTotals(file, exitCode) {
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const { passed, failed, skipped = 0 } = JSON.parse(readFileSync(file, 'utf8'));
  const ended = exitCode === 0 ? passed + failed + skipped > 0 : failed > 0;
  return { passed, failed: ended ? failed : failed + 1, skipped };
}

/** @param {readonly Totals[]} all */
export const sum = (all) => ({
  passed: all.reduce((total, { passed }) => total + passed, 0),
  failed: all.reduce((total, { failed }) => total + failed, 0),
  skipped: all.reduce((total, { skipped = 0 }) => total + skipped, 0),
});

/** The line every test command ends with. @param {Totals} totals */
export const summary = ({ passed, failed, skipped = 0 }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
