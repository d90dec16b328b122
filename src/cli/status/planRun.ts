import type { RunShare } from '../../engine/run/share';

/** The last run of a plan, as the commands that look show it. */
export interface PlanRun {
  readonly run: string;
  /** As `runs` says it: `running`, `interrupted`, `success`. */
  readonly status: string;
  /** The same for people: `waits for a person`. */
  readonly statusWords: string;
  readonly share: RunShare;
  /** How items stand of which the run has something to say, in words, by their ids. */
  readonly words: ReadonlyMap<string, string>;
}

/** By the URIs of their plans. */
export type PlanRuns = ReadonlyMap<string, PlanRun>;
