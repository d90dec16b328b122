import { setFlagsFromString } from 'node:v8';
import type { Logger } from '../engine/files';
import { messageOf } from '../shared/userError';
import { openWorkspace } from './openWorkspace';
import { run } from './program';
import { processTerminal } from './terminal';

// A command is over before optimised code pays: compiling it cost a fifth of the CPU time of `check` (bench row 8).
setFlagsFromString('--no-opt');

const terminal = processTerminal();

/** Standard output belongs to the answer, so what is worth knowing besides goes to standard error. */
const logger: Logger = {
  info: () => undefined,
  warn: (message) => terminal.err(`warning: ${message}`),
  error: (message, error) =>
    terminal.err(error === undefined ? `error: ${message}` : `error: ${message} ${messageOf(error)}`),
};

run(process.argv.slice(2), terminal, (paths) => openWorkspace(paths, logger)).then((exitCode) => {
  process.exitCode = exitCode;
});
