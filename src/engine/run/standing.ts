import type { AchievementId } from '../model/ids';
import { compareIds } from '../model/ids';
import { type ItemState, isFailure, isSatisfied } from './itemState';
import type { ItemRecord, RunState } from './state';

/** Where an item stands, all things considered. */
export interface Standing {
  readonly state: ItemState;
  /** Of `blocked`: what failed, or is not part of the run, in id order. Empty otherwise. */
  readonly roots: readonly AchievementId[];
}

/** Whether another attempt may be made of what is neither landed nor worked on. */
export const mayStart = (record: ItemRecord, attempts: number): boolean => {
  const { state } = record;
  if (state === 'open' || state === 'interrupted' || state === 'rate-limited') return true;
  return isFailure(state) && record.final !== true && record.spent < attempts;
};

/** It failed and nobody will try again. */
export const hasFailed = (record: ItemRecord, attempts: number): boolean =>
  record.state !== 'open' && isFailure(record.state) && !mayStart(record, attempts);

/**
 * Where every item stands, by its place. Items in or behind a cycle, of which a run that may start has none, are
 * `pending` for ever. Linear in items and dependencies.
 */
export const standings = (state: RunState): readonly Standing[] => {
  const { items, edges } = state;
  const attempts = state.head?.attempts ?? 1;
  const found: Standing[] = items.map(() => PENDING);
  for (const place of edges.order) {
    const record = items[place];
    if (!record) continue;
    found[place] = mayStart(record, attempts)
      ? waitingFor(state, found, place, record)
      : { state: record.state as ItemState, roots: [] };
  }
  return found;
};

/** What is shown of an item: one that is to be tried again is what its last attempt was, until then. */
export const shownState = (
  { state }: Pick<ItemRecord, 'state'>,
  { state: now }: Pick<Standing, 'state'> = PENDING,
): ItemState => (now === 'ready' && state !== 'open' ? state : now);

/** An item of a run with the state that is shown of it. */
export interface ShownItem {
  readonly id: AchievementId;
  readonly state: ItemState;
  readonly record: ItemRecord;
}

/** In plan order. */
export const shownStates = (state: RunState): readonly ShownItem[] => {
  const standing = standings(state);
  return state.items.map((record, place) => ({
    id: record.item.id,
    state: shownState(record, standing[place]),
    record,
  }));
};

const PENDING: Standing = { state: 'pending', roots: [] };
const READY: Standing = { state: 'ready', roots: [] };

const waitingFor = (
  { items, edges, head }: RunState,
  found: readonly Standing[],
  place: number,
  record: ItemRecord,
): Standing => {
  let isReady = true;
  let roots: Set<AchievementId> | undefined;
  for (const dependency of edges.after[place] ?? []) {
    const other = items[dependency];
    const standing = found[dependency];
    if (!other || !standing || isSatisfied(standing.state)) continue;
    isReady = false;
    if (hasFailed(other, head?.attempts ?? 1)) {
      roots ??= new Set();
      roots.add(other.item.id);
    }
    for (const root of standing.roots) {
      roots ??= new Set();
      roots.add(root);
    }
  }
  for (const id of record.item.missing) {
    roots ??= new Set();
    roots.add(id);
  }
  if (roots) return { state: 'blocked', roots: [...roots].sort(compareIds) };
  return isReady ? READY : PENDING;
};
