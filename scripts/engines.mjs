// Runs test/engines: the same plan on one machine, through GitLab CI and through Slurm, with all of them on this machine
// (`npm run test:engines -- -g Slurm`). Installs what it needs where that is possible; elsewhere its tests are skipped,
// and counted as skipped.
//   --built     with what has been built, instead of building it
// Other arguments go to mocha.
import { whyNoEngines } from './lib/engineTools.mjs';
import { inRoot, ROOT } from './lib/paths.mjs';
import { Problem, runMain } from './lib/problem.mjs';
import { node, stopOnSignals } from './lib/processes.mjs';
import { filesUnder } from './lib/testFiles.mjs';

const LIMIT_MS = 300_000;

stopOnSignals(130);
await runMain(async () => {
  process.chdir(ROOT);
  const args = process.argv.slice(2);
  const isBuilt = args.includes('--built');
  if (!isBuilt && (await node(inRoot('esbuild.mjs'), [])) !== 0) throw new Problem('It cannot be built.');
  const why = await whyNoEngines();
  if (why !== undefined) {
    process.env.NO_ENGINES = why;
    console.error(`\nSKIPPED: the engines cannot run here. ${why}\n`);
  }
  const mocha = inRoot('scripts/lib/mochaCommand.mjs');
  process.exitCode = await node(mocha, [
    ...['--timeout', String(LIMIT_MS), '--jobs', '2'],
    ...args.filter((argument) => argument !== '--built'),
    ...filesUnder(inRoot('test/engines'), '.test.mjs'),
  ]);
});
