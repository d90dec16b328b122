import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { nodeProgram } from './nodeProgram';
import type { RunFolder } from './record/runFolder';

/** A command line that was left to itself. */
export interface Detached {
  readonly pid: number | undefined;
  /** Its exit code; null where it was ended, or could not be started. Never rejects. */
  readonly ended: Promise<number | null>;
}

/**
 * Starts the command line for a run, by default to go on with it, so that it outlives this process, its terminal and
 * its window. What it prints is added to the log of the run.
 */
export const startDetached = async (
  folder: RunFolder,
  home: string,
  args: readonly string[] = ['resume', folder.run],
): Promise<Detached> => {
  const { path, env } = await nodeProgram();
  const log = openSync(folder.runnerLog, 'a', 0o600);
  try {
    const child = spawn(path, [join(__dirname, 'cli.js'), ...args], {
      cwd: home,
      env: { ...withoutEditor(process.env), ...env },
      detached: true,
      stdio: ['ignore', log, log],
      windowsHide: true,
    });
    child.unref();
    const ended = new Promise<number | null>((resolve) => {
      child.on('error', () => resolve(null));
      child.on('exit', resolve);
    });
    return { pid: child.pid, ended };
  } finally {
    closeSync(log);
  }
};

/** What an editor gives to its own processes would change what others do. */
export const withoutEditor = (env: Readonly<NodeJS.ProcessEnv>): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(env).filter(([name]) => !/^(?:VSCODE|ELECTRON)_/.test(name)));
