import path from 'node:path';
import { inRoot, RESULTS, ROOT } from './paths.mjs';
import { node, run } from './processes.mjs';
import { clearTotals, readTotals, sum, summary } from './results.mjs';
import { step } from './step.mjs';
import { filesUnder } from './testFiles.mjs';

/**
 * One step of a test command.
 * @typedef {object} Suite
 * @property {string} name
 * @property {(show: Show) => Promise<import('./results.mjs').Totals>} run
 */

/**
 * Runs one of the project's programs, with what it prints shown at once or when it has ended; gives the exit code.
 * @typedef {(script: string, args: readonly string[]) => Promise<number>} Show
 */

/** @type {Show} */
const atOnce = (script, args) => node(script, args, { cwd: ROOT });

/** @type {Show} */
const whenEnded = async (script, args) => {
  const { code, output } = await run(process.execPath, [script, ...args], { cwd: ROOT });
  process.stdout.write(output);
  return code;
};

/**
 * A program that counts as one test when `counted`, and otherwise only when it fails.
 * @returns {Suite}
 */
const program = (name, commands, counted) => ({
  name,
  run: async (show) => {
    for (const [script, ...args] of commands) {
      if ((await show(inRoot(script), args)) !== 0) return { passed: 0, failed: 1 };
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
  run: async (show) => {
    const results = path.join(RESULTS, `${name}.json`);
    clearTotals(results);
    return readTotals(results, await show(inRoot(script), [...args, '--results', results]));
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

/**
 * Lists of suites that run beside each other.
 * @typedef {readonly (readonly Suite[])[]} Stage
 */

/** Hostile texts are left to `npm test`: they take longer than all of this. @type {readonly Stage[]} */
export const QUICK = [[[...CHECKS, tests('unit', 'scripts/unit.mjs', '--quick')]]];

/** @type {readonly Stage[]} */
export const EDITOR = [[[packaged, ...IN_EDITOR]]];

/**
 * Mistakes that show at once come first. Then what waits for editors and what waits for agents run beside each other:
 * neither keeps two cores busy. @type {readonly Stage[]}
 */
export const EVERYTHING = [
  // scripts build too, as `npm start` does: that comes before what all others use is built
  [[...CHECKS, modules('scripts', 'test/scripts', 60_000), packaged]],
  [IN_EDITOR, WITHOUT_EDITOR],
];

/** How many suites there are. @param {readonly Stage[]} stages */
export const countOf = (stages) => stages.flat(2).length;

/** One suite after the other, whatever the ones before it said. */
async function runLane(suites, show) {
  const all = [];
  for (const suite of suites) {
    step(suite.name);
    const totals = await suite.run(show);
    step(`${suite.name}: ${totals.failed === 0 ? 'ok' : summary(totals)}`);
    all.push(totals);
  }
  return sum(all);
}

/**
 * Runs every suite and ends with one line of totals; any failure makes the exit code 1. What the first lane of a stage
 * prints is seen at once, what the others print when each of their suites has ended.
 * @param {readonly Stage[]} stages
 */
export async function runSuites(stages) {
  const all = [];
  for (const lanes of stages) {
    all.push(
      ...(await Promise.all(lanes.map((suites, at) => runLane(suites, at === 0 ? atOnce : whenEnded)))),
    );
  }
  const totals = sum(all);
  process.exitCode = totals.failed === 0 ? 0 : 1;
  console.log(summary(totals));
}
