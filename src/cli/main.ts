import { setFlagsFromString } from 'node:v8';
import { loggerTo } from './logger';
import { openWorkspace } from './openWorkspace';
import { run } from './program';
import { processTerminal } from './terminal';

const args = process.argv.slice(2);

// A command is over before optimised code pays: compiling it cost a fifth of the CPU time of `check` (bench row 8).
// The language server stays, and a forecast plays thousands of schedules through.
const isServing = args[0] === 'lsp';
if (!isServing && args[0] !== 'schedule') setFlagsFromString('--no-opt');

const terminal = processTerminal();

run(args, terminal, (paths) => openWorkspace(paths, loggerTo(terminal))).then((exitCode) => {
  process.exitCode = exitCode;
  if (!isServing) exitWhenWritten();
});

/** What waits for the end of a process is a last collection of garbage, as dear as ten rules (bench row 8). */
const exitWhenWritten = (): void => {
  process.stdout.write('', () => process.stderr.write('', () => process.exit()));
};
