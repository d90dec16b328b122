// Runs the suites of the editor beside two busy loops per core (`npm run test:loaded`): what waits for a fixed time,
// or takes a machine for quick, fails here.
import os from 'node:os';
import { ensureDependencies } from './lib/dependencies.mjs';
import { runMain } from './lib/problem.mjs';
import { start, stopOnSignals } from './lib/processes.mjs';
import { step } from './lib/step.mjs';
import { EDITOR_SUITES, runSuites } from './lib/suites.mjs';

const LOOPS_PER_CORE = 2;

/** Turns until whoever started it is gone, however that ended. */
const BUSY_LOOP = `
  const parent = process.ppid;
  while (process.ppid === parent) for (let turn = 0; turn < 1e8; turn++);
`;

stopOnSignals(130);
await runMain(async () => {
  await ensureDependencies();
  const count = LOOPS_PER_CORE * os.availableParallelism();
  const loops = Array.from({ length: count }, () =>
    start(process.execPath, ['-e', BUSY_LOOP], { stdio: 'ignore' }),
  );
  step(`${count} busy loops run beside the suites`);
  try {
    await runSuites(EDITOR_SUITES);
  } finally {
    await Promise.all(loops.map(({ stop }) => stop()));
  }
});
