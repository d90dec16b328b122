import type { AchievementId } from '../model/ids';
import type { Command, Review, RunItem } from './item';
import type { RecordedState } from './itemState';
import type { Seen } from './seen';

/** How a run ended, or why it stands still. */
export type RunStatus = 'success' | 'failed' | 'stopped' | 'waiting';

/** What an executor used; what it does not say is left out, never taken as nothing. */
export interface Usage {
  readonly in?: number;
  readonly cached?: number;
  readonly out?: number;
  readonly reasoning?: number;
  readonly usd?: number;
  readonly credits?: number;
}

/** A command that had to succeed. */
export interface GateResult {
  readonly command: Command;
  /** Its exit code; null where it could not be run or was ended. */
  readonly exit: number | null;
  readonly ok: boolean;
  readonly seconds: number;
  /** The end of what it printed; empty for one that is green. */
  readonly output: string;
  /** The very tree that it ran on. */
  readonly tree: string;
}

/** How a run was asked for: the first line of its journal. Nothing of it changes later. */
export interface RunHead {
  readonly run: string;
  /** Name of the plan. */
  readonly plan: string;
  readonly kind: 'plan' | 'prp-batch';
  /** Path of the PLAN, or `folder#name` of a PRP batch, in the repository. */
  readonly path: string;
  readonly executor: string;
  readonly jobs: number;
  readonly barrier: boolean;
  /** Most attempts of an item, at least 1. */
  readonly attempts: number;
  readonly review: Review;
  /** False: what is done waits for somebody to land it. */
  readonly land: boolean;
  readonly stopOnError: boolean;
  /** The integration branch. */
  readonly branch: string;
  /** The commit that the run started from. */
  readonly base: string;
  readonly gates: readonly Command[];
  /** In plan order. */
  readonly items: readonly RunItem[];
}

/** What a line of the journal may say of an item besides its new state; what is left out stays as it was. */
export interface ItemDetails {
  readonly executor?: string;
  readonly base?: string;
  readonly worktree?: string;
  readonly branch?: string;
  /** Identity of its process, in the form of whoever runs processes. */
  readonly process?: unknown;
  /** Mark of that process and of all that it started. */
  readonly tag?: string;
  /** The commit that the executor began from. */
  readonly from?: string;
  /** What the executor was not allowed to do. */
  readonly denials?: readonly string[];
  /** The commit that holds the result of the attempt. */
  readonly head?: string;
  readonly commits?: readonly string[];
  readonly created?: readonly string[];
  readonly modified?: readonly string[];
  readonly gates?: readonly GateResult[];
  readonly usage?: Usage;
  /** Under which name the executor can go on with what it knows; empty: it cannot. */
  readonly session?: string;
  /** The session of the attempt before, with which this one goes on. */
  readonly resumes?: string;
  /** The commit on the integration branch. */
  readonly landed?: string;
  /** Every dependency's commit was found below {@link base}. */
  readonly lineage?: 'ok';
  /** Why it is not as it should be, as a sentence. */
  readonly error?: string;
  /** A person wants it done better: no failure of the executor, so it costs no attempt. */
  readonly askedFor?: true;
  /** Another attempt would end the same way. */
  readonly final?: boolean;
  /** Of `rate-limited`: when its executor may work again, in milliseconds since 1970. */
  readonly until?: number;
  /** Files that two sides changed. */
  readonly paths?: readonly string[];
  /** Other items that have a part in it. */
  readonly with?: readonly AchievementId[];
  /** Of `skipped`: paths, or `commit:<hash>`. */
  readonly evidence?: readonly string[];
  /** Where what was there is kept, as a ref. */
  readonly pinned?: string;
}

/** An item enters a state. */
export interface ItemEvent extends ItemDetails {
  readonly event: RecordedState;
  readonly item: AchievementId;
  /** From 1; 0 for what was never tried. */
  readonly attempt: number;
}

/** What happens to a run, without when. Unknown events are skipped: a newer version may write them. */
export type RunEvent =
  | ({ readonly event: 'planned' } & RunHead)
  /** A runner takes over. */
  | { readonly event: 'runner'; readonly process: unknown; readonly version: string }
  | { readonly event: 'baseline'; readonly ok: boolean; readonly gates: readonly GateResult[] }
  /** For readers of the journal: it follows from what others did. */
  | { readonly event: 'blocked'; readonly item: AchievementId; readonly roots: readonly AchievementId[] }
  /** What the worktrees hold by now, in the place of what was seen before. */
  | ({ readonly event: 'foreseen' } & Seen)
  /** Somebody wants the run to end. */
  | { readonly event: 'stop' }
  /** Somebody wants these tried again, and what they blocked. */
  | { readonly event: 'retried'; readonly items: readonly AchievementId[] }
  | { readonly event: 'finished'; readonly status: RunStatus }
  /** The last line was torn by a crash and was cut off. */
  | { readonly event: 'journal-cut'; readonly bytes: number; readonly text: string }
  | ItemEvent;

/** A {@link RunEvent} with its time in milliseconds since 1970: what the journal is a list of. */
export type TimedEvent = RunEvent & { readonly t: number };
