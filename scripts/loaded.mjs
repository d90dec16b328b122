// Runs the suites of the editor beside two busy loops per core (`npm run test:loaded`): what waits for a fixed time,
// or counts on a quick machine, fails here.
import os from 'node:os';
import { startBusyLoops } from './lib/busyLoops.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { runMain } from './lib/problem.mjs';
import { stopOnSignals } from './lib/processes.mjs';
import { step } from './lib/step.mjs';
import { EDITOR, runSuites } from './lib/suites.mjs';

const LOOPS_PER_CORE = 2;

stopOnSignals(130);
await runMain(async () => {
  await ensureDependencies();
  const loops = startBusyLoops(LOOPS_PER_CORE * os.availableParallelism());
  step(`${loops.pids.length} busy loops run beside the suites`);
  try {
    await runSuites(EDITOR);
  } finally {
    await loops.stop();
  }
});
