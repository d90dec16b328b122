import type { RunStatus } from '../event';

const WORDS: Readonly<Record<RunStatus, string>> = {
  success: 'done',
  failed: 'finished with failures',
  stopped: 'stopped',
  waiting: 'waits for a person',
};

/** How a run stands that nobody goes on with. */
export const runStatusWords = (status: RunStatus): string => WORDS[status];
