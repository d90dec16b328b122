import { edgesOf, NO_EDGES } from './edges';
import type { ItemDetails, ItemEvent, RunHead, TimedEvent } from './event';
import { isFailure, isFinalFailure, isRecordedState } from './itemState';
import { isLive, stillSeen } from './live';
import { NOTHING_SEEN } from './seen';
import type { ItemRecord, RunState } from './state';
import { addedUsage } from './usage';

/** A run of which nothing is known yet. */
export const emptyRun = (): RunState => ({
  head: undefined,
  items: [],
  places: new Map(),
  edges: NO_EDGES,
  paused: new Map(),
  baseline: undefined,
  seen: NOTHING_SEEN,
  isStopping: false,
  finished: undefined,
  startedAt: undefined,
  endedAt: undefined,
});

/** The run that a journal tells of. */
export const foldRun = (events: Iterable<TimedEvent>): RunState => {
  const state = emptyRun();
  for (const event of events) applyEvent(state, event);
  return state;
};

/**
 * What one more line of the journal changes. Takes no longer for a larger run, but for the first line. Events that
 * nobody knows, items that the run does not have and a second beginning are skipped.
 */
export const applyEvent = (state: RunState, event: TimedEvent): void => {
  switch (event.event) {
    case 'planned':
      if (!state.head) begin(state, event, event.t);
      return;
    case 'runner':
      state.isStopping = false;
      if (state.baseline === false) state.baseline = undefined;
      state.finished = undefined;
      state.endedAt = undefined;
      return;
    case 'baseline':
      state.baseline = event.ok;
      return;
    case 'blocked':
      change(state, event.item, { toldRoots: event.roots.join() });
      return;
    case 'foreseen':
      state.seen = stillSeen(event, (id) => isLiveItem(state, id));
      return;
    case 'stop':
      state.isStopping = true;
      return;
    case 'retried':
      reopen(state, event.items);
      return;
    case 'finished':
      state.finished = event.status;
      state.endedAt = event.t;
      return;
    case 'journal-cut':
      return;
    default:
      if (isRecordedState(event.event)) enter(state, event, event.t);
  }
};

const begin = (state: RunState, head: RunHead, t: number): void => {
  state.head = head;
  state.startedAt = t;
  state.items = head.items.map((item) => ({
    item,
    state: 'open',
    attempt: 0,
    spent: 0,
    startedAt: undefined,
    changedAt: undefined,
    errors: [],
    toldRoots: '',
  }));
  state.places = new Map(head.items.map(({ id }, place) => [id, place]));
  state.edges = edgesOf(head.items, state.places);
};

const change = (state: RunState, id: string, changes: Partial<ItemRecord>): void => {
  const place = state.places.get(id);
  const record = place === undefined ? undefined : state.items[place];
  if (place !== undefined && record) state.items[place] = { ...record, ...changes };
};

const enter = (state: RunState, event: ItemEvent & { readonly t: number }, t: number): void => {
  const place = state.places.get(event.item);
  const before = place === undefined ? undefined : state.items[place];
  if (place === undefined || !before) return;
  if (event.event === 'rate-limited') pause(state, event);
  const isNew = event.attempt > before.attempt;
  const failed = isFailure(event.event);
  const known = isNew ? ofNewAttempt(before) : before;
  state.items[place] = {
    ...(event.head === undefined ? known : withoutPin(known)),
    ...detailsOf(event),
    ...(event.usage && { usage: addedUsage(before.usage, event.usage) }),
    state: event.event,
    attempt: Math.max(event.attempt, before.attempt),
    spent: before.spent + (failed && !event.askedFor ? 1 : 0),
    final: failed && (event.final === true || isFinalFailure(event.event)),
    startedAt: before.startedAt ?? (event.event === 'skipped' ? undefined : t),
    changedAt: t,
    errors: event.error === undefined ? before.errors : [...before.errors, event.error],
  };
  if (isLive(before)) state.seen = stillSeen(state.seen, (id) => isLiveItem(state, id));
};

/** A limit is one of the account: the executor rests for every item. */
const pause = (
  { paused, head }: RunState,
  { executor = head?.executor ?? '', until = 0 }: ItemEvent,
): void => {
  paused.set(executor, Math.max(until, paused.get(executor) ?? 0));
};

/** A commit of a later attempt holds what was pinned of an earlier one. */
const withoutPin = ({ pinned: _, ...rest }: ItemRecord): ItemRecord => rest;

/** What an attempt found out holds for that attempt alone. */
const ofNewAttempt = ({
  item,
  state,
  attempt,
  spent,
  startedAt,
  changedAt,
  errors,
  toldRoots,
  usage,
  session,
  error,
  gates,
  pinned,
  paths,
  with: others,
}: ItemRecord): ItemRecord => ({
  item,
  state,
  attempt,
  spent,
  startedAt,
  changedAt,
  errors,
  toldRoots,
  // the next prompt says what went wrong
  ...(error !== undefined && { error }),
  ...(gates && { gates }),
  ...(paths && { paths }),
  ...(others && { with: others }),
  ...(pinned !== undefined && { pinned }),
  ...(usage && { usage }),
  ...(session !== undefined && { session }),
});

const detailsOf = (event: ItemEvent & { readonly t: number }): ItemDetails => {
  const { event: _, item: __, attempt: ___, t: ____, ...details } = event;
  return details;
};

const isLiveItem = ({ items, places }: RunState, id: string): boolean => {
  const record = items[places.get(id) ?? -1];
  return record !== undefined && isLive(record);
};

const isFailed = ({ state }: ItemRecord): boolean => state !== 'open' && isFailure(state);

const reopen = (state: RunState, ids: readonly string[]): void => {
  for (const id of ids) {
    const place = state.places.get(id);
    const record = place === undefined ? undefined : state.items[place];
    if (record && record.state !== 'open' && (isFailed(record) || record.state === 'interrupted')) {
      change(state, id, { state: 'open', endedAs: record.state, spent: 0, final: false });
    }
  }
  state.items = state.items.map((record) =>
    record.toldRoots === '' ? record : { ...record, toldRoots: '' },
  );
};
