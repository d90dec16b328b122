// The quick inner loop: types, lint, patterns and unit tests (`npm run check`).
import { requireNode } from './lib/nodeVersion.mjs';

requireNode();
const { ensureDependencies } = await import('./lib/dependencies.mjs');
const { runMain } = await import('./lib/problem.mjs');
const { stopOnSignals } = await import('./lib/processes.mjs');
const { QUICK, runSuites } = await import('./lib/suites.mjs');

stopOnSignals(130);
await runMain(async () => {
  await ensureDependencies();
  await runSuites(QUICK);
});
