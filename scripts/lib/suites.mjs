import path from 'node:path';
import { inRoot, RESULTS, ROOT } from './paths.mjs';
import { node } from './processes.mjs';
import { clearTotals, readTotals, sum, summary } from './results.mjs';
import { step } from './step.mjs';
import { filesUnder } from './testFiles.mjs';

/**
 * One step of a test command.
 * @typedef {object} Suite
 * @property {string} name
 * @property {() => Promise<import('./results.mjs').Totals>} run
 */

/**
 * A program that counts as one test when `counted`, and otherwise only when it fails.
 * @returns {Suite}
 */
const program = (name, commands, counted) => ({
  name,
  run: async () => {
    for (const [script, ...args] of commands) {
      if ((await node(inRoot(script), args, { cwd: ROOT })) !== 0) return { passed: 0, failed: 1 };
    }
    return { passed: counted ? 1 : 0, failed: 0 };
  },
});

/**
 * A program that runs tests and leaves their totals in the file named by `--results`.
 * @returns {Suite}
 */
const tests = (name, script, ...args) => ({
  name,
  run: async () => {
    const results = path.join(RESULTS, `${name}.json`);
    clearTotals(results);
    const code = await node(inRoot(script), [...args, '--results', results], { cwd: ROOT });
    return readTotals(results, code);
  },
});

/** A suite of plain modules that need no bundle. */
const modules = (name, folder, limitMs, jobs = 1) =>
  tests(
    name,
    'scripts/lib/mochaCommand.mjs',
    ...['--timeout', String(limitMs), '--jobs', String(jobs)],
    ...filesUnder(inRoot(folder), '.test.mjs'),
  );

/** @type {readonly Suite[]} */
const CHECKS = [
  program('types', [['scripts/generate.mjs'], ['node_modules/typescript/bin/tsc']], true),
  program('lint', [['node_modules/@biomejs/biome/bin/biome', 'check', '.']], true),
  program('patterns', [['scripts/patterns.mjs']], true),
];

const packaged = program('package', [['scripts/package.mjs']], false);

/** The suites in a real editor, with the package that is there. @type {readonly Suite[]} */
const IN_EDITOR = [
  tests('host', 'scripts/host.mjs', '--built'),
  modules('contents', 'test/package', 30_000),
  tests('ui', 'scripts/ui.mjs', '--reuse'),
];

/** The suites without an editor; the last four start what has been built. @type {readonly Suite[]} */
const WITHOUT_EDITOR = [
  tests('unit', 'scripts/unit.mjs', '--coverage'),
  tests('run', 'scripts/runs.mjs', '--parts'),
  modules('cli', 'test/cli', 120_000, 2),
  tests('acceptance', 'scripts/runs.mjs', '--acceptance'),
  tests('engines', 'scripts/engines.mjs', '--built'),
];

/** Hostile texts are left to `npm test`: they take longer than all of this. @type {readonly Suite[]} */
export const QUICK = [...CHECKS, tests('unit', 'scripts/unit.mjs', '--quick')];

/** @type {readonly Suite[]} */
export const EDITOR = [packaged, ...IN_EDITOR];

/**
 * In the order that shows the cheapest mistakes first. Tests of scripts build too, as `npm start` does: that comes before
 * what all others use is built. @type {readonly Suite[]}
 */
export const EVERYTHING = [
  ...CHECKS,
  modules('scripts', 'test/scripts', 60_000),
  packaged,
  ...WITHOUT_EDITOR,
  ...IN_EDITOR,
];

/**
 * Runs every suite whatever the ones before it said, and ends with one line of totals; any failure makes the
 * exit code 1.
 * @param {readonly Suite[]} suites
 */
export async function runSuites(suites) {
  const all = [];
  for (const suite of suites) {
    step(suite.name);
    const totals = await suite.run();
    step(`${suite.name}: ${totals.failed === 0 ? 'ok' : summary(totals)}`);
    all.push(totals);
  }
  const totals = sum(all);
  process.exitCode = totals.failed === 0 ? 0 : 1;
  console.log(summary(totals));
}
