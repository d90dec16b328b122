import { existsSync, readFileSync } from 'node:fs';

const MARK = { passed: '✔', failed: '✖', pending: '-' };

function printTest({ state, title, milliseconds, error }) {
  console.log(`  ${MARK[state]} ${title}${milliseconds > 100 ? ` (${milliseconds} ms)` : ''}`);
  if (error) console.log(error.replace(/^/gm, '      '));
}

/**
 * Prints what the suite inside the extension host wrote, and counts it. A suite that did not run to its end has
 * one failure more.
 * @param {string} file written by test/host/index.ts
 * @param {string | undefined} complaint why the suite was broken off
 */
export function printHostResults(file, complaint) {
  const { ended, tests } = existsSync(file)
    ? JSON.parse(readFileSync(file, 'utf8'))
    : { ended: false, tests: [] };
  for (const test of tests) printTest(test);
  const count = (state) => tests.filter((test) => test.state === state).length;
  if (ended) return { passed: count('passed'), failed: count('failed') };
  console.log(`  ${MARK.failed} ${complaint ?? 'the suite left no results'}`);
  return { passed: count('passed'), failed: count('failed') + 1 };
}
