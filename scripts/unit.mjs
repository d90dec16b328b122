// Bundles test/unit into out/unit and runs it with mocha (`npm run unit -- -g cycles`).
// `--coverage` measures src/engine and fails below the threshold; other arguments go to mocha.
import { existsSync, writeFileSync } from 'node:fs';
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
 * Runs the suite under V8 coverage and reports it; the threshold counts as one test. Hostile texts take as long as all
 * other tests together: they run beside them, without coverage, and what they print comes at the end.
 * @param {readonly string[]} forMocha arguments without files
 * @param {readonly string[]} files
 * @param {string | undefined} results
 */
async function runCovered(forMocha, files, results) {
  const raw = path.join(COVERAGE, 'raw');
  await rm(COVERAGE, { recursive: true, force: true });
  const hostile = files.filter((file) => HOSTILE.test(file));
  const hostileResults = path.join(RESULTS, 'unit-hostile.json');
  clearTotals(hostileResults);
  const beside = run(process.execPath, [MOCHA, '--results', hostileResults, ...hostile]);
  const env = { ...process.env, NODE_V8_COVERAGE: raw };
  const others = files.filter((file) => !HOSTILE.test(file));
  const suite = await node(MOCHA, [...forMocha, `${BUNDLES}/stdin.mjs`, ...others], { env });
  const { code, output } = await beside;
  console.log(output);
  const enough = existsSync(raw) && reportCoverage(raw);
  if (results !== undefined) {
    const totals = sum([
      readTotals(results, suite),
      readTotals(hostileResults, code),
      { passed: enough ? 1 : 0, failed: enough ? 0 : 1 },
    ]);
    writeTotals(results, totals);
    console.log(`${summary(totals)}, the coverage threshold counted as one`);
  }
  return suite || code || (enough ? 0 : 1);
}

async function main() {
  process.chdir(ROOT);
  const args = process.argv.slice(2);
  const coverage = args.includes('--coverage');
  const forMocha = args.filter((argument) => argument !== '--coverage');
  await generate();
  const files = await bundleTests({
    from: 'test/unit',
    to: BUNDLES,
    ...(coverage ? { extra: wholeEngine() } : {}),
  });
  const at = forMocha.indexOf('--results');
  process.exitCode = coverage
    ? await runCovered(forMocha, files, at < 0 ? undefined : forMocha[at + 1])
    : await node(MOCHA, [...forMocha, ...files]);
}

stopOnSignals(130);
await runMain(main);
