import { type ItemState, isFailure, isSatisfied } from './itemState';

/** How a worker that does one item ends, as exit codes: engines that know nothing of plans decide by them. */
export const ITEM_EXIT = {
  done: 0,
  /** It waits for a person, or for what it depends on. */
  waits: 1,
  gateRed: 10,
  nothingDone: 11,
  conflict: 12,
  failed: 13,
  timedOut: 14,
  /** `EX_TEMPFAIL`: it may be tried again later. */
  rateLimited: 75,
} as const;

const CODES: Readonly<Partial<Record<ItemState, number>>> = {
  'queued-to-land': ITEM_EXIT.done,
  'gate-red': ITEM_EXIT.gateRed,
  'nothing-done': ITEM_EXIT.nothingDone,
  conflict: ITEM_EXIT.conflict,
  'timed-out': ITEM_EXIT.timedOut,
  stalled: ITEM_EXIT.timedOut,
  'rate-limited': ITEM_EXIT.rateLimited,
  interrupted: ITEM_EXIT.failed,
};

/** The exit code of a worker that leaves an item in this state. */
export const itemExitCode = (state: ItemState): number => {
  const code = CODES[state];
  if (code !== undefined) return code;
  if (isSatisfied(state)) return ITEM_EXIT.done;
  return isFailure(state) ? ITEM_EXIT.failed : ITEM_EXIT.waits;
};
