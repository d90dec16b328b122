import { isNumber, isText } from '../../../shared/shape';
import type { AchievementId } from '../../model/ids';
import type { ItemEvent, TimedEvent } from '../event';
import { isRecordedState } from '../itemState';
import { kindOfEvent } from '../readEvent';

/** What happened to one item of a run, with times in milliseconds since 1970. */
export type TimedItemEvent = ItemEvent & { readonly t: number };

/** What a worker hands in of an item, besides its commits. */
export interface HandedIn {
  readonly run: string;
  /** Name of the plan. */
  readonly plan: string;
  readonly item: AchievementId;
  /** Equal for equal tasks: what was done for another task proves nothing. */
  readonly input: string;
  /** In their order, on whatever machine they were; at least one. */
  readonly events: readonly TimedItemEvent[];
}

const VERSION = 1;

/** As text: a line of JSON that says what it is, then one for each event. */
export const handedInText = ({ events, ...about }: HandedIn): string =>
  [{ version: VERSION, ...about }, ...events].map((line) => JSON.stringify(line)).join('\n');

/** Reads {@link handedInText}, also with other lines around it; undefined for anything else. */
export const readHandedIn = (text: string): HandedIn | undefined => {
  const [first, ...rest] = text.split('\n').flatMap(objectIn);
  const { version, run, plan, item, input } = first ?? {};
  const isKnown = version === VERSION && [run, plan, item, input].every(isText);
  const events = rest.filter((each) => isEventOf(each, item));
  return isKnown && events.length > 0
    ? ({ run, plan, item, input, events } as unknown as HandedIn)
    : undefined;
};

const objectIn = (line: string): readonly Readonly<Record<string, unknown>>[] => {
  if (!line.startsWith('{')) return [];
  try {
    return [JSON.parse(line) as Readonly<Record<string, unknown>>];
  } catch {
    // a line of somebody else
    return [];
  }
};

const isEventOf = (line: Readonly<Record<string, unknown>>, id: unknown): boolean => {
  const { event, item, t } = line;
  return (
    isText(event) &&
    isRecordedState(event) &&
    kindOfEvent({ ...line, event }) === 'event' &&
    item === id &&
    isNumber(t)
  );
};

/** What a journal says of an item, without what holds on one machine alone. */
export const eventsOfItem = (events: readonly TimedEvent[], item: AchievementId): readonly TimedItemEvent[] =>
  events.flatMap((event): readonly TimedItemEvent[] => {
    if (!isRecordedState(event.event) || !('item' in event) || event.item !== item) return [];
    const { process, tag, worktree, branch, session, resumes, ...kept } = event as TimedItemEvent;
    return [kept];
  });
