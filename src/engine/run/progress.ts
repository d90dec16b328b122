import type { RunItem } from './item';
import { type ItemState, isActive, isSatisfied } from './itemState';
import { plannedTimes } from './order';
import { shownState, standings } from './standing';
import type { ItemRecord, RunState } from './state';

/** From when to when, in seconds; no end: it goes on. */
export interface Span {
  readonly start: number;
  readonly end: number | undefined;
}

/** An item of a run in time. */
export interface ItemProgress {
  readonly item: RunItem;
  readonly state: ItemState;
  /** By estimates alone, in seconds of these; undefined for what was done before or can never start. */
  readonly planned: { readonly start: number; readonly end: number } | undefined;
  /** As it was, in seconds since the run began, over all attempts. */
  readonly real: Span | undefined;
}

/** A run in time: how it was planned, and how it went so far. */
export interface RunProgress {
  /** In plan order. */
  readonly items: readonly ItemProgress[];
  /** How many seconds a second of estimates took, by what has landed; undefined while nothing has. */
  readonly pace: number | undefined;
  /** Seconds since the run began, until its end. */
  readonly elapsed: number;
}

/** @param now in milliseconds since 1970 */
export const progressOf = (state: RunState, now: number): RunProgress => {
  const { head, startedAt = now, endedAt } = state;
  const end = endedAt ?? now;
  const since = (time: number): number => Math.max(0, time - startedAt) / 1000;
  const standing = standings(state);
  const planned = plannedIn(state);
  const items = state.items.map((record, place): ItemProgress => {
    const shown = shownState(record, standing[place]);
    return {
      item: record.item,
      state: shown,
      planned: planned.get(record.item.id),
      real: realOf(record, since),
    };
  });
  return { items: head ? items : [], pace: paceOf(items), elapsed: since(end) };
};

const realOf = (
  { state, startedAt, changedAt }: ItemRecord,
  since: (time: number) => number,
): Span | undefined => {
  if (startedAt === undefined) return undefined;
  const goesOn = state !== 'open' && (isActive(state) || state === 'queued-to-land' || state === 'landing');
  return { start: since(startedAt), end: goesOn ? undefined : since(changedAt ?? startedAt) };
};

/** What was done before is waited for by nobody. */
const plannedIn = ({ head, items }: RunState) => {
  const done = new Set(items.filter(({ state }) => state === 'skipped').map(({ item }) => item.id));
  const open = items
    .filter(({ item }) => !done.has(item.id))
    .map(({ item }) => ({ ...item, after: item.after.filter((id) => !done.has(id)) }));
  const howMany = { jobs: head?.jobs ?? 1, barrier: head?.barrier ?? false };
  return new Map(plannedTimes(open, howMany).map(({ item, start, end }) => [item.id, { start, end }]));
};

const paceOf = (items: readonly ItemProgress[]): number | undefined => {
  let [estimated, took] = [0, 0];
  for (const { item, state, real } of items) {
    if (!isSatisfied(state) || real?.end === undefined || item.seconds <= 0) continue;
    estimated += item.seconds;
    took += real.end - real.start;
  }
  return estimated > 0 && took > 0 ? took / estimated : undefined;
};
