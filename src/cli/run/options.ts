import type { RunSelection } from '../../engine/run/chooseItems';
import type { Review } from '../../engine/run/item';

/** What `run` is asked for; what is undefined is as run.json says, or as usual. */
export interface RunOptions {
  readonly selection: RunSelection;
  /** What is done is done again. */
  readonly redo: boolean;
  readonly jobs: number | undefined;
  readonly barrier: boolean | undefined;
  readonly executor: string | undefined;
  readonly review: Review | undefined;
  readonly attempts: number | undefined;
  readonly stopOnError: boolean;
  readonly timeoutMinutes: number | undefined;
  readonly land: boolean | undefined;
  readonly dryRun: boolean;
  readonly yes: boolean;
  readonly trustCommands: string | undefined;
  readonly detach: boolean;
  readonly format: RunFormat;
}

export type RunFormat = 'text' | 'json' | 'jsonl';

/** How commands name a run. */
export const RUN = '<run>';
export const RUN_WORDS = 'the name of a run, or the start of it if no other run has that start';

/** Everything chosen is landed, or was done before. */
export const ALL_LANDED = 0;
/** Something failed, is blocked, or waits for a person. */
export const NOT_ALL_LANDED = 1;
/** The plan cannot be run. */
export const CANNOT_RUN = 3;
export const STOPPED = 130;
