import { spawn } from 'node:child_process';
import { Problem } from './problem.mjs';

/** How long a process may take to obey SIGTERM before it is killed, in milliseconds. */
const PATIENCE_MS = 10_000;

/** @type {Set<() => Promise<void>>} */
const cleanUps = new Set();

/**
 * Registers what must be undone when the command is interrupted.
 * @param {() => Promise<void>} cleanUp
 * @returns {() => void} takes the registration back
 */
export function onInterrupt(cleanUp) {
  cleanUps.add(cleanUp);
  return () => cleanUps.delete(cleanUp);
}

let stopping = false;
const NEVER = () => undefined;

/** How often a command looks whether the program that started it is still there, in milliseconds. */
const ORPHAN_CHECK_MS = 1_000;

/**
 * On SIGINT or SIGTERM runs every clean-up registered with `onInterrupt`, then exits. So it does when npm
 * started it and is gone: npm ends on a SIGTERM without passing it on.
 * @param {number} exitCode 0 where stopping is the normal end, 130 where it breaks the work off
 */
export function stopOnSignals(exitCode) {
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await Promise.allSettled([...cleanUps].map((cleanUp) => cleanUp()));
    process.exit(exitCode);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) stop();
  }, ORPHAN_CHECK_MS).unref();
}

/**
 * Starts a process in a group of its own, so that it can be stopped with everything it started.
 * An interrupt of the command stops it too.
 * @returns {{ child: import('node:child_process').ChildProcess, exited: Promise<number>, stop: () => Promise<void> }}
 * `exited` gives the exit code, -1 for a signal; it rejects when the program cannot be started, and stays
 * pending once the command is interrupted, so that nothing more is begun
 */
export function start(command, args, options = {}) {
  const ownGroup = process.platform !== 'win32';
  const child = spawn(command, args, { detached: ownGroup, ...options });
  const ended = new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? -1));
  });
  const exited = ended.then((code) => (stopping ? new Promise(NEVER) : code));
  const signal = (name) => {
    try {
      if (child.pid !== undefined) process.kill(ownGroup ? -child.pid : child.pid, name);
    } catch (error) {
      if (error.code !== 'ESRCH') throw error;
    }
  };
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      signal('SIGTERM');
      const impatient = setTimeout(() => signal('SIGKILL'), PATIENCE_MS);
      await ended.catch(() => -1);
      clearTimeout(impatient);
    }
    signal('SIGKILL'); // what outlived its parent
  };
  const forget = onInterrupt(stop);
  ended.then(forget, forget);
  return { child, exited, stop };
}

/**
 * Runs a program to its end.
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, show?: boolean }} options `show` lets its output through
 * instead of collecting it
 * @returns {Promise<{ code: number, output: string }>}
 */
export async function run(command, args, { show = false, ...options } = {}) {
  const { child, exited } = start(command, args, { stdio: show ? 'inherit' : 'pipe', ...options });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
  }
  if (!show) child.stdin?.end();
  return { code: await exited, output };
}

/** Runs one of the project's Node programs, its output shown; gives the exit code. */
export async function node(script, args = [], options = {}) {
  return (await run(process.execPath, [script, ...args], { show: true, ...options })).code;
}

const NO_NETWORK = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH/;

/**
 * Runs npm quietly.
 * @param {string} what what it is for, for the message when it fails
 */
export async function npm(args, { what, ...options }) {
  const result = await run('npm', args, { shell: process.platform === 'win32', ...options }).catch(
    (error) => {
      if (error.code === 'ENOENT') throw new Problem('npm is missing: install Node together with npm.');
      throw error;
    },
  );
  if (result.code === 0) return;
  if (NO_NETWORK.test(result.output)) {
    throw new Problem(`${what} needs the npm registry, and it cannot be reached: check the network.`);
  }
  throw new Problem(`${what} failed: npm ${args.join(' ')} said\n${result.output.trimEnd()}`);
}
