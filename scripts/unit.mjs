// Bundles test/unit into out/unit and runs it with mocha (`npm run unit -- -g cycles`).
// `--coverage` measures src/engine and fails below the threshold; other arguments go to mocha.
import { existsSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { generate } from './generate.mjs';
import { bundleTests } from './lib/bundleTests.mjs';
import { coveredLines, summarise } from './lib/lineCoverage.mjs';
import { inRoot, ROOT } from './lib/paths.mjs';
import { runMain } from './lib/problem.mjs';
import { node, stopOnSignals } from './lib/processes.mjs';
import { readTotals, sum, summary, writeTotals } from './lib/results.mjs';
import { filesUnder } from './lib/testFiles.mjs';

/** The share of the engine's lines that unit tests must reach, in percent. */
const LINES_COVERED = 90;
const COVERAGE = 'coverage';
const BUNDLES = 'out/unit';
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

/** Runs the suite under V8 coverage and reports it; the threshold counts as one test. */
async function runCovered(mocha, results) {
  const raw = path.join(COVERAGE, 'raw');
  await rm(COVERAGE, { recursive: true, force: true });
  const env = { ...process.env, NODE_V8_COVERAGE: raw };
  const suite = await node(mocha[0], mocha.slice(1), { env });
  const enough = existsSync(raw) && reportCoverage(raw);
  if (results !== undefined) {
    const totals = sum([readTotals(results, suite), { passed: enough ? 1 : 0, failed: enough ? 0 : 1 }]);
    writeTotals(results, totals);
    console.log(`${summary(totals)}, the coverage threshold counted as one`);
  }
  return suite || (enough ? 0 : 1);
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
  const loaded = coverage ? [`${BUNDLES}/stdin.mjs`, ...files] : files;
  const mocha = [inRoot('scripts/lib/mochaCommand.mjs'), ...forMocha, ...loaded];
  const results = forMocha[forMocha.indexOf('--results') + 1];
  process.exitCode = coverage
    ? await runCovered(mocha, forMocha.includes('--results') ? results : undefined)
    : await node(mocha[0], mocha.slice(1));
}

stopOnSignals(130);
await runMain(main);
