/**
 * Where an item of a run stands. `pending`, `ready` and `blocked` follow from the others and are written down nowhere;
 * every other one is entered by a line of the journal that has its name.
 */
export type ItemState = DerivedState | RecordedState;

export type DerivedState =
  /** A hard dependency has not landed yet. */
  | 'pending'
  | 'ready'
  /** A hard dependency has failed, or waits for one that has: it cannot start. */
  | 'blocked';

export const RECORDED_STATES = [
  /** It was done before the run. */
  'skipped',
  /** Its worktree is made and set up. */
  'preparing',
  /** The executor works. */
  'running',
  /** What the executor left is committed. */
  'committing',
  /** The gates run in its worktree. */
  'verifying',
  /** A person has to look at it. */
  'waiting',
  'queued-to-land',
  /** It is merged, and the gates run on the merged tree. */
  'landing',
  'landed',
  /** The executor failed, or what comes before or after it. */
  'failed',
  'gate-red',
  /** The executor changed nothing. */
  'nothing-done',
  'timed-out',
  /** Nothing was heard of the executor for too long. */
  'stalled',
  /** The executor was not allowed to do what it needed. */
  'denied',
  /** The executor may go on later. */
  'rate-limited',
  /** It cannot be merged with what landed meanwhile. */
  'conflict',
  /** A person ended it. */
  'cancelled',
  /** The runner was gone while it was worked on. */
  'interrupted',
] as const;

export type RecordedState = (typeof RECORDED_STATES)[number];

const RECORDED: ReadonlySet<string> = new Set(RECORDED_STATES);

export const isRecordedState = (name: string): name is RecordedState => RECORDED.has(name);

/** It takes one of the places that `jobs` counts. */
const ACTIVE: ReadonlySet<ItemState> = new Set(['preparing', 'running', 'committing', 'verifying']);

export const isActive = (state: ItemState): boolean => ACTIVE.has(state);

/** Dependents may build on it. */
export const isSatisfied = (state: ItemState): boolean => state === 'landed' || state === 'skipped';

const FAILURES: ReadonlySet<ItemState> = new Set([
  'failed',
  'gate-red',
  'nothing-done',
  'timed-out',
  'stalled',
  'denied',
  'conflict',
  'cancelled',
]);

/** It ended without a result that can land. */
export const isFailure = (state: ItemState): boolean => FAILURES.has(state);

/** Another attempt would meet the same wall, or nobody wants one. */
const FINAL: ReadonlySet<ItemState> = new Set(['denied', 'cancelled']);

export const isFinalFailure = (state: ItemState): boolean => FINAL.has(state);

const WORDS: Readonly<Record<ItemState, string>> = {
  pending: 'waits for its dependencies',
  ready: 'can start',
  blocked: 'blocked',
  skipped: 'done before',
  preparing: 'is set up',
  running: 'running',
  committing: 'is committed',
  verifying: 'gates run',
  waiting: 'waits for a person',
  'queued-to-land': 'waits to land',
  landing: 'lands',
  landed: 'landed',
  failed: 'failed',
  'gate-red': 'a gate is red',
  'nothing-done': 'nothing was done',
  'timed-out': 'took too long',
  stalled: 'stalled',
  denied: 'was denied what it needed',
  'rate-limited': 'rate limited',
  conflict: 'conflicts with what landed',
  cancelled: 'stopped',
  interrupted: 'interrupted',
};

/** A state as every view writes it, to stand behind an id: `2.1 waits to land`. */
export const itemStateWords = (state: ItemState): string => WORDS[state];
