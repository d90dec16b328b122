// Everything, from a fresh clone (`npm test`): installs what is missing, then runs every suite.
import { requireNode } from './lib/nodeVersion.mjs';

requireNode();
const { ensureChromium } = await import('./lib/chromium.mjs');
const { ensureCodeServer } = await import('./lib/codeServer.mjs');
const { ensureDependencies } = await import('./lib/dependencies.mjs');
const { Problem, runMain } = await import('./lib/problem.mjs');
const { stopOnSignals } = await import('./lib/processes.mjs');
const { summary } = await import('./lib/results.mjs');
const { EVERYTHING, runSuites } = await import('./lib/suites.mjs');

/** Says what cannot be installed; the suites that need it fail by themselves later. */
async function attempt(install) {
  try {
    await install();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    console.error(error.message);
  }
}

stopOnSignals(130);
await runMain(async () => {
  try {
    await ensureDependencies();
  } catch (error) {
    console.error(error instanceof Problem ? error.message : error);
    console.log(summary({ passed: 0, failed: EVERYTHING.length }));
    process.exitCode = 1;
    return;
  }
  await attempt(ensureChromium);
  await attempt(ensureCodeServer);
  await runSuites(EVERYTHING);
});
