import type { Logger } from '../../engine/files';
import { messageOf } from '../../shared/userError';
import type { Terminal } from './terminal';

/** Standard output belongs to the answer, so what is worth knowing besides goes to standard error. */
export const loggerTo = (terminal: Terminal): Logger => ({
  info: () => undefined,
  warn: (message) => terminal.err(`warning: ${message}`),
  error: (message, error) =>
    terminal.err(error === undefined ? `error: ${message}` : `error: ${message} ${messageOf(error)}`),
});
