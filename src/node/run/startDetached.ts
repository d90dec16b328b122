import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import type { RunFolder } from './record/runFolder';

/** Starts a runner of its own for a run, which outlives this process and its terminal. Answers its number. */
export const startDetached = (folder: RunFolder, home: string): number | undefined => {
  const log = openSync(folder.runnerLog, 'a', 0o600);
  try {
    const child = spawn(process.execPath, [join(__dirname, 'cli.js'), 'resume', folder.run], {
      cwd: home,
      detached: true,
      stdio: ['ignore', log, log],
      windowsHide: true,
    });
    child.unref();
    return child.pid;
  } finally {
    closeSync(log);
  }
};
