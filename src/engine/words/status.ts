import type { Achievement, Status } from '../model/achievement';

const WORDS: Readonly<Record<Status, string>> = {
  not_started: 'not started',
  subplan_created: 'SUBPLAN created',
  execution_created: 'EXECUTION created',
  in_progress: 'in progress',
  complete: 'complete',
  failed: 'failed',
  skipped: 'skipped',
};

/** A status as every surface writes it: `in progress`, `SUBPLAN created`. */
export const statusWords = (status: Status): string => WORDS[status];

/** Where an achievement stands, as every surface writes it: its status, or why it is not to be done any more. */
export const stateWords = ({ status, prp }: Pick<Achievement, 'status' | 'prp'>): string =>
  prp?.out ?? statusWords(status);

/** Letters of the longest status, for columns. */
export const LONGEST_STATUS = Math.max(...Object.values(WORDS).map(({ length }) => length));
