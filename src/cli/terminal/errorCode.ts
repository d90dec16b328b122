import { messageOf, NothingToDo, UserError } from '../../shared/userError';
import type { Terminal } from './terminal';

/** Wrong usage: an unknown option, a missing path, a level the plan does not have. */
export const WRONG_USAGE = 2;
const FAILED = 1;

/** Says what went wrong; a bug with its stack. Gives the exit code. */
export const exitCodeOfError = (terminal: Terminal, error: unknown): number => {
  if (error instanceof UserError) {
    terminal.err(`error: ${error.message}`);
    return error instanceof NothingToDo ? FAILED : WRONG_USAGE;
  }
  terminal.err(`This is a bug in parallel-plans: ${messageOf(error)}`);
  if (error instanceof Error && error.stack) terminal.err(error.stack);
  return FAILED;
};
