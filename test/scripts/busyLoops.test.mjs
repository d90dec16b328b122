import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { describe, it } from 'mocha';
import { startBusyLoops } from '../../scripts/lib/busyLoops.mjs';
import { inRoot } from '../../scripts/lib/paths.mjs';

const runs = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** Resolves when none of the processes is there any more. */
const end = async (pids) => {
  while (pids.some(runs)) await delay(20);
};

describe('the busy loops of test:loaded', () => {
  it('run until they are stopped', async () => {
    const { pids, stop } = startBusyLoops(2);
    assert.deepEqual(pids.map(runs), [true, true]);
    await stop();
    await end(pids);
  });

  it('end with a command that is killed', async () => {
    const library = pathToFileURL(inRoot('scripts/lib/busyLoops.mjs')).href;
    const program = `import { startBusyLoops } from '${library}';
      console.log(JSON.stringify(startBusyLoops(2).pids));`;
    const command = spawn(process.execPath, ['--input-type=module', '-e', program]);
    const [line] = await once(command.stdout, 'data');
    command.kill('SIGKILL');
    const pids = JSON.parse(String(line));
    assert.equal(pids.length, 2);
    await end(pids);
  }).timeout(60_000);
});
