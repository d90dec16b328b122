import type { AchievementId } from '../../model/ids';
import type { TimedEvent } from '../event';
import { isDone, type RunState, recordOf } from '../state';
import type { HandedIn, TimedItemEvent } from './handedIn';

/** An item that the integration branch holds. */
export interface LandedThere {
  readonly item: AchievementId;
  readonly commit: string;
  readonly run: string;
  /** In milliseconds since 1970. */
  readonly t: number;
}

/**
 * What a journal does not say yet of what was handed in and what has landed, in the order of time; clocks that differ
 * put no event of an item before one that was earlier. Nothing where the journal knows it all.
 */
export const newsFor = (
  known: { readonly state: Pick<RunState, 'items' | 'places'>; readonly events: readonly TimedEvent[] },
  run: string,
  { handedIn, landed }: { readonly handedIn: readonly HandedIn[]; readonly landed: readonly LandedThere[] },
): readonly TimedEvent[] => {
  const before = new Set(known.events.map(keyOf));
  const news = handedIn.flatMap(({ events }) => events.filter((event) => !before.has(keyOf(event))));
  const lastOf = (item: AchievementId): TimedItemEvent | undefined =>
    [...(handedIn.find((each) => each.item === item)?.events ?? [])].sort(byTime).at(-1);
  const landings = landed.flatMap((there): readonly TimedItemEvent[] => {
    const record = recordOf(known.state, there.item);
    if (record && isDone(record)) return [];
    const last = lastOf(there.item);
    const event = { item: there.item, t: Math.max(there.t, last?.t ?? 0, record?.changedAt ?? 0) };
    return there.run === run
      ? [{ ...event, event: 'landed', attempt: last?.attempt ?? record?.attempt ?? 1, landed: there.commit }]
      : [{ ...event, event: 'skipped', attempt: 0, evidence: [`commit:${there.commit}`] }];
  });
  return [...news, ...landings].sort(byTime);
};

const byTime = (one: TimedEvent, other: TimedEvent): number => one.t - other.t;

const keyOf = (event: TimedEvent): string =>
  JSON.stringify([
    event.t,
    event.event,
    'item' in event ? event.item : '',
    'attempt' in event ? event.attempt : 0,
  ]);
