import type { AchievementId } from '../model/ids';
import type { ItemDetails, RunHead, RunStatus } from './event';
import type { RunItem } from './item';
import { isSatisfied, type RecordedState } from './itemState';
import type { Seen } from './seen';

/** One item of a run by what the journal says so far. */
export interface ItemRecord extends ItemDetails {
  readonly item: RunItem;
  /** `open`: nothing was written down of it yet, or it is to be tried again. */
  readonly state: RecordedState | 'open';
  /** Where it is to be tried again: how the last attempt ended. */
  readonly endedAs?: RecordedState;
  /** Number of the last attempt that was started; 0 for none. */
  readonly attempt: number;
  /** Attempts that ended with a failure of their own, since somebody asked for it to be tried again. */
  readonly spent: number;
  /** When its first attempt began, in milliseconds since 1970. */
  readonly startedAt: number | undefined;
  /** When the journal last said something of it. */
  readonly changedAt: number | undefined;
  /** What went wrong, attempt by attempt. */
  readonly errors: readonly string[];
  /** What was last written down of who blocks it. */
  readonly toldRoots: string;
}

/** The item of this id; undefined where the run has none. */
export const recordOf = (
  { items, places }: Pick<RunState, 'items' | 'places'>,
  id: AchievementId,
): ItemRecord | undefined => items[places.get(id) ?? -1];

/** Whether nothing is left to do about an item: it has landed, or was done before. */
export const isDone = ({ state }: Pick<ItemRecord, 'state'>): boolean =>
  state !== 'open' && isSatisfied(state);

/** How the last attempt at an item ended, or what it is doing; undefined before the first. */
export const lastState = ({
  state,
  endedAs,
}: Pick<ItemRecord, 'state' | 'endedAs'>): RecordedState | undefined => (state === 'open' ? endedAs : state);

/** Edges between the items of a run, by their places in {@link RunState.items}. */
export interface RunEdges {
  readonly after: readonly (readonly number[])[];
  readonly soft: readonly (readonly number[])[];
  /** Every place behind those it depends on; items in or behind a cycle are not in it. */
  readonly order: readonly number[];
  /** Places in the order of dispatch: longest remaining path first, then plan order. */
  readonly dispatch: readonly number[];
}

/** A run by what its journal says so far. `applyEvent` alone changes it. */
export interface RunState {
  /** Undefined before the first line. */
  head: RunHead | undefined;
  /** In plan order. */
  items: ItemRecord[];
  places: ReadonlyMap<AchievementId, number>;
  edges: RunEdges;
  /** Executors that rest, with the time until when. */
  readonly paused: Map<string, number>;
  /** Whether the gates were green before anything was done; undefined before that was tried. */
  baseline: boolean | undefined;
  /** What was seen in the worktrees of live items. */
  seen: Seen;
  isStopping: boolean;
  /** Undefined while it goes on. */
  finished: RunStatus | undefined;
  startedAt: number | undefined;
  endedAt: number | undefined;
}
