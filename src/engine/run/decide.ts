import type { AchievementId } from '../model/ids';
import type { RunStatus } from './event';
import { isActive, isSatisfied } from './itemState';
import { usedFiles } from './overlap';
import type { Seen } from './seen';
import { hasFailed, type Standing, standings } from './standing';
import type { ItemRecord, RunState } from './state';

/** What of a run somebody may do who does only a part of it, such as a worker on another machine. */
export interface Mandate {
  readonly starts: ReadonlySet<AchievementId>;
  readonly lands: ReadonlySet<AchievementId>;
}

/** What is to be done next. */
export type Decision =
  /** To be written into the journal; nothing else follows from it. */
  | { readonly kind: 'block'; readonly item: AchievementId; readonly roots: readonly AchievementId[] }
  /** The gates have to be green before anything is done. */
  | { readonly kind: 'baseline' }
  | { readonly kind: 'start'; readonly item: AchievementId; readonly attempt: number }
  | { readonly kind: 'land'; readonly item: AchievementId }
  /** Nothing can be done before that time, in milliseconds since 1970, unless something happens. */
  | { readonly kind: 'wait'; readonly until: number }
  | { readonly kind: 'finish'; readonly status: RunStatus };

/**
 * What follows from the state of a run at a time (milliseconds since 1970): the same state and time give the same
 * decisions. To be asked again after whatever was decided was written down. Nothing once the run has finished, and
 * nothing while all there is to do is being done. Linear in items and dependencies.
 *
 * @param mandate what may be started and landed; everything unless given
 */
export const decide = (whole: RunState, now: number, mandate?: Mandate): readonly Decision[] => {
  const state = mandate ? within(whole, mandate) : whole;
  const { head } = state;
  if (!head || state.finished !== undefined) return [];
  const standing = standings(state);
  const blocks = blocksToTell(state, standing);
  const land = state.isStopping ? [] : landNext(state, standing, mandate);
  const ready = readyNow(state, standing, mandate);
  if (ready.length > 0 && state.baseline === undefined) return [...blocks, ...land, { kind: 'baseline' }];
  const until = ready.length > 0 ? (state.paused.get(head.executor) ?? 0) : 0;
  const starts = until > now ? [] : startsOf(state, standing, ready);
  const decisions = [...blocks, ...land, ...starts];
  if (land.length > 0 || starts.length > 0 || standing.some((each) => isBusy(each))) return decisions;
  if (until > now) return [...decisions, { kind: 'wait', until }];
  return [...decisions, { kind: 'finish', status: statusOf(state, standing) }];
};

/** Others do the rest, and no place is kept for it. */
const within = (state: RunState, { starts, lands }: Mandate): RunState =>
  state.head
    ? {
        ...state,
        head: { ...state.head, jobs: Math.max(1, starts.size), barrier: false, land: lands.size > 0 },
      }
    : state;

const isBusy = ({ state }: Standing): boolean => isActive(state) || state === 'landing';

const blocksToTell = ({ items }: RunState, standing: readonly Standing[]): readonly Decision[] =>
  items.flatMap(({ item, toldRoots }, place): readonly Decision[] => {
    const roots = standing[place]?.roots ?? [];
    return roots.length > 0 && roots.join() !== toldRoots ? [{ kind: 'block', item: item.id, roots }] : [];
  });

/** One at a time, the one first that the longest path hangs on. */
const landNext = (
  { items, edges, head }: RunState,
  standing: readonly Standing[],
  mandate: Mandate | undefined,
): readonly Decision[] => {
  if (head?.land === false || standing.some(({ state }) => state === 'landing')) return [];
  const mayLand = (place: number): boolean => !mandate || mandate.lands.has(items[place]?.item.id ?? '');
  const next = edges.dispatch.find((place) => standing[place]?.state === 'queued-to-land' && mayLand(place));
  const record = next === undefined ? undefined : items[next];
  return record ? [{ kind: 'land', item: record.item.id }] : [];
};

/** Places of what could start if there were room, in the order of dispatch. */
const readyNow = (
  state: RunState,
  standing: readonly Standing[],
  mandate: Mandate | undefined,
): readonly number[] => {
  const { head, items, edges, baseline } = state;
  if (!head || state.isStopping || baseline === false) return [];
  if (head.stopOnError && items.some((record) => hasFailed(record, head.attempts))) return [];
  const level = head.barrier ? lowestOpenLevel(state, standing) : Number.POSITIVE_INFINITY;
  const isReady = (place: number): boolean =>
    standing[place]?.state === 'ready' &&
    (items[place]?.item.level ?? 0) <= level &&
    (!mandate || mandate.starts.has(items[place]?.item.id ?? ''));
  return edges.dispatch.filter(isReady);
};

const startsOf = (
  state: RunState,
  standing: readonly Standing[],
  ready: readonly number[],
): readonly Decision[] => {
  const { head, items, edges, seen } = state;
  const active = items.filter((_, place) => isActive(standing[place]?.state ?? 'pending'));
  const free = (head?.jobs ?? 1) - active.length;
  if (free <= 0) return [];
  const hasOpenSoft = (place: number): boolean =>
    (edges.soft[place] ?? []).some((other) => isOpen(standing[other]));
  const inOrder = [...ready.filter((place) => !hasOpenSoft(place)), ...ready.filter(hasOpenSoft)].flatMap(
    (place) => items[place] ?? [],
  );
  const count = placesToTake(state, standing, ready, free);
  return apartFirst(inOrder, active, seen.touched, count).map(({ item, attempt }) => ({
    kind: 'start',
    item: item.id,
    attempt: attempt + 1,
  }));
};

/**
 * How many of the free places are taken now. The others are kept for items that come first in the order of dispatch and
 * will be ready in a moment: all they wait for is a landing that takes no time. If others took the places, these items
 * would wait for as long as that work takes.
 */
const placesToTake = (
  state: RunState,
  standing: readonly Standing[],
  ready: readonly number[],
  free: number,
): number => {
  const { items, edges, head } = state;
  const landing = new Set(landingAtOnce(state, standing));
  if (landing.size === 0 || head?.barrier) return free;
  const isReady = new Set(ready);
  let [taken, kept] = [0, 0];
  for (const place of edges.dispatch) {
    if (taken + kept >= free) break;
    if (isReady.has(place)) taken++;
    else if (standing[place]?.state === 'pending' && items[place]?.item.missing.length === 0) {
      const waits = (edges.after[place] ?? []).filter(
        (other) => !isSatisfied(standing[other]?.state ?? 'pending'),
      );
      if (waits.every((other) => landing.has(other))) kept++;
    }
  }
  return taken;
};

/** Places of what lands now or next, and whose gates need not run again. */
const landingAtOnce = (state: RunState, standing: readonly Standing[]): readonly number[] => {
  const { head, items, edges } = state;
  const lands = (place: number): boolean => standing[place]?.state === 'landing';
  const queued = (place: number): boolean =>
    head?.land !== false && standing[place]?.state === 'queued-to-land';
  // a PRP may have gates of its own
  if (head?.gates.length === 0 && head.kind === 'plan') {
    return edges.dispatch.filter((place) => lands(place) || queued(place));
  }
  const next = edges.dispatch.find(lands) ?? edges.dispatch.find(queued);
  return next !== undefined && items[next]?.base === tipOf(state) ? [next] : [];
};

/** The commit that the integration branch is at, as far as this run moved it. */
const tipOf = ({ head, items }: RunState): string | undefined => {
  let last: ItemRecord | undefined;
  for (const record of items) {
    if (record.state === 'landed' && (record.changedAt ?? 0) >= (last?.changedAt ?? 0)) last = record;
  }
  return last?.landed ?? head?.base;
};

/** It may still land. */
const isOpen = (standing: Standing | undefined): boolean =>
  standing !== undefined &&
  (isBusy(standing) || ['pending', 'ready', 'queued-to-land', 'waiting'].includes(standing.state));

const lowestOpenLevel = ({ items }: RunState, standing: readonly Standing[]): number =>
  items.reduce(
    (lowest, { item }, place) => (isOpen(standing[place]) ? Math.min(lowest, item.level) : lowest),
    Number.POSITIVE_INFINITY,
  );

/**
 * The first `count` of those that may start. One whose files somebody is at stands back for the others, but no place
 * stays free because of that.
 */
const apartFirst = (
  ready: readonly ItemRecord[],
  active: readonly ItemRecord[],
  touched: Seen['touched'],
  count: number,
): readonly ItemRecord[] => {
  const used = usedFiles();
  for (const { item } of active) used.add(item.files);
  // also by what nobody said beforehand, and by what is done and has not landed
  for (const files of Object.values(touched)) used.add(files);
  const chosen: ItemRecord[] = [];
  const later: ItemRecord[] = [];
  for (const record of ready) {
    if (chosen.length >= count) break;
    if (used.touches(record.item.files)) later.push(record);
    else {
      chosen.push(record);
      used.add(record.item.files);
    }
  }
  return [...chosen, ...later.slice(0, Math.max(0, count - chosen.length))];
};

const statusOf = ({ isStopping, baseline }: RunState, standing: readonly Standing[]): RunStatus => {
  if (standing.every(({ state }) => isSatisfied(state))) return 'success';
  if (isStopping) return 'stopped';
  if (baseline === false) return 'failed';
  const waits = standing.some(({ state }) => state === 'waiting' || state === 'queued-to-land');
  return waits ? 'waiting' : 'failed';
};
