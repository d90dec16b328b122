// Bundles test/unit into out/unit and runs it with mocha (`npm run unit -- -g cycles`).
//   --coverage     measures src/engine and fails below the threshold
//   --quick        leaves out the hostile texts, which take as long as all others, and runs these in two processes
//   --results FILE leaves the totals there, for `npm test` and `npm run check`
// Everything else goes to mocha.
import { existsSync, statSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { generate } from './generate.mjs';
import { bundleTests } from './lib/bundleTests.mjs';
import { coveredLines, summarise } from './lib/lineCoverage.mjs';
import { inRoot, RESULTS, ROOT } from './lib/paths.mjs';
import { runMain } from './lib/problem.mjs';
import { node, run, stopOnSignals } from './lib/processes.mjs';
import { clearTotals, readTotals, sum, summary, writeTotals } from './lib/results.mjs';
import { filesUnder } from './lib/testFiles.mjs';

/** The share of the engine's lines that unit tests must reach, in percent. */
const LINES_COVERED = 90;
const COVERAGE = 'coverage';
const BUNDLES = 'out/unit';
const MOCHA = inRoot('scripts/lib/mochaCommand.mjs');
/** The file that puts hostile text everywhere. */
const HOSTILE = /linearTime\.test\.mjs$/;
/** How many files, and lines of each, the coverage report names. */
const WORST_SHOWN = 8;
const LINES_SHOWN = 6;

/** This script's own arguments, and those of mocha. */
function readArguments() {
  const forMocha = process.argv.slice(2);
  const flag = (name) => {
    const at = forMocha.indexOf(name);
    return at >= 0 && forMocha.splice(at, 1).length > 0;
  };
  const [coverage, quick] = [flag('--coverage'), flag('--quick')];
  const at = forMocha.indexOf('--results');
  const [, results] = at < 0 || !(coverage || quick) ? [] : forMocha.splice(at, 2);
  return { coverage, quick, results, forMocha };
}

/** Every module of the engine, so that one no test imports counts as not covered. */
const wholeEngine = () =>
  filesUnder('src/engine', '.ts')
    .map((file, index) => `export * as engine${index} from './${file}';`)
    .join('\n');

/** Prints the coverage of the engine and the files that miss most; false below the threshold. */
function reportCoverage(raw) {
  const { covered, total, files } = summarise(coveredLines(raw, BUNDLES), 'src/engine');
  const worst = files
    .filter(({ missed }) => missed.length > 0)
    .sort((a, b) => b.missed.length - a.missed.length);
  for (const { file, missed } of worst.slice(0, WORST_SHOWN)) {
    console.log(
      `  ${file}: ${missed.length} lines not covered (${missed.slice(0, LINES_SHOWN).join(', ')}…)`,
    );
  }
  writeFileSync(path.join(COVERAGE, 'missed-lines.json'), JSON.stringify(worst, null, 1));
  const percent = total === 0 ? 0 : (100 * covered) / total;
  console.log(
    `Lines of src/engine covered: ${percent.toFixed(2)}% (${covered}/${total}), at least ${LINES_COVERED}%`,
  );
  return percent >= LINES_COVERED;
}

/**
 * Runs groups of test files at the same time, each in a process of its own. The first one shows what it prints, the
 * others when they have ended.
 * @param {readonly { files: readonly string[], env?: NodeJS.ProcessEnv }[]} groups
 * @param {readonly string[]} forMocha arguments without files
 * @returns {Promise<import('./lib/results.mjs').Totals>} of all groups
 */
async function runBeside([first, ...others], forMocha) {
  const resultsOf = (number) => path.join(RESULTS, `unit-${number}.json`);
  const argsOf = ({ files }, number) => {
    clearTotals(resultsOf(number));
    return [MOCHA, ...forMocha, '--results', resultsOf(number), ...files];
  };
  const running = others.map((group, at) => run(process.execPath, argsOf(group, at + 1), { env: group.env }));
  const [script, ...args] = argsOf(first, 0);
  const totals = [readTotals(resultsOf(0), await node(script, args, { env: first.env }))];
  for (const [at, ended] of running.entries()) {
    const { code, output } = await ended;
    console.log(output);
    totals.push(readTotals(resultsOf(at + 1), code));
  }
  return sum(totals);
}

/** The files in two groups that take about as long, going by their size. */
function halves(files) {
  const bySize = [...files].sort((one, other) => statSync(other).size - statSync(one).size);
  return [0, 1].map((half) => ({
    files: bySize.filter((_, at) => (at % 4 === 0 || at % 4 === 3 ? 0 : 1) === half),
  }));
}

/**
 * Runs the suite under V8 coverage and reports it; the threshold counts as one test. Hostile texts take as long as all
 * other tests together: they run beside them, without coverage.
 */
async function runCovered(forMocha, files) {
  const raw = path.join(COVERAGE, 'raw');
  await rm(COVERAGE, { recursive: true, force: true });
  const others = files.filter((file) => !HOSTILE.test(file));
  const covered = {
    files: [`${BUNDLES}/stdin.mjs`, ...others],
    env: { ...process.env, NODE_V8_COVERAGE: raw },
  };
  const totals = await runBeside([covered, { files: files.filter((file) => HOSTILE.test(file)) }], forMocha);
  const enough = existsSync(raw) && reportCoverage(raw);
  return sum([totals, { passed: enough ? 1 : 0, failed: enough ? 0 : 1 }]);
}

async function main() {
  process.chdir(ROOT);
  const { coverage, quick, results, forMocha } = readArguments();
  await generate();
  const files = await bundleTests({
    from: 'test/unit',
    to: BUNDLES,
    ...(coverage ? { extra: wholeEngine() } : {}),
  });
  if (!coverage && !quick) {
    process.exitCode = await node(MOCHA, [...forMocha, ...files]);
    return;
  }
  const totals = coverage
    ? await runCovered(forMocha, files)
    : await runBeside(halves(files.filter((file) => !HOSTILE.test(file))), forMocha);
  if (results !== undefined) writeTotals(results, totals);
  console.log(`${summary(totals)}${coverage ? ', the coverage threshold counted as one' : ''}`);
  process.exitCode = totals.failed === 0 ? 0 : 1;
}

stopOnSignals(130);
await runMain(main);
