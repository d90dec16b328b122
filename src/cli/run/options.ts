import { Option } from 'commander';
import type { RunAsked } from '../../node/run/prepare/asked';

/** What `run` is asked for. */
export interface RunOptions extends RunAsked {
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

/** `--trust-commands`, for the commands of the repository, or those that a run has kept. */
export const trustOption = (whose: 'repository' | 'run'): Option =>
  new Option('--trust-commands <hash>', `approve the commands of the ${whose} that have this hash`);

/** Everything chosen is landed, or was done before. */
export const ALL_LANDED = 0;
/** Something failed, is blocked, or waits for a person. */
export const NOT_ALL_LANDED = 1;
/** The plan cannot be run. */
export const CANNOT_RUN = 3;
export const STOPPED = 130;
