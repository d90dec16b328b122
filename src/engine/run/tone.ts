import type { ItemState } from './itemState';

/** What a view shows of an item beside its words, in few kinds that are told apart at a glance. */
export type Tone =
  /** Somebody is at it. */
  | 'working'
  /** Its result is merged, or waits for that. */
  | 'landing'
  | 'landed'
  /** A person has to look at it. */
  | 'person'
  | 'conflict'
  | 'failed'
  /** It cannot start, because something else failed. */
  | 'held'
  /** It goes on later. */
  | 'paused';

const TONES: Readonly<Partial<Record<ItemState, Tone>>> = {
  preparing: 'working',
  running: 'working',
  committing: 'working',
  verifying: 'working',
  'queued-to-land': 'landing',
  landing: 'landing',
  landed: 'landed',
  waiting: 'person',
  conflict: 'conflict',
  failed: 'failed',
  'gate-red': 'failed',
  'nothing-done': 'failed',
  'timed-out': 'failed',
  stalled: 'failed',
  denied: 'failed',
  cancelled: 'failed',
  blocked: 'held',
  'rate-limited': 'paused',
  interrupted: 'paused',
};

const TAKEN: ReadonlySet<Tone | undefined> = new Set(['working', 'landing', 'landed', 'person', 'paused']);

/** The run has it, by its work or its result: nobody else needs to start it. What has failed is free again. */
export const isTaken = (state: ItemState): boolean => TAKEN.has(toneOf(state));

/** Undefined where the run has nothing to say that the plan does not: not begun, or done before. */
export const toneOf = (state: ItemState): Tone | undefined => TONES[state];
