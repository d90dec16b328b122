import type { TimedEvent } from '../../../engine/run/event';
import { isRecordedState, type RecordedState } from '../../../engine/run/itemState';
import type { AttemptNow } from '../runs';

/** What a journal tells of single attempts, which the state of a run does not keep. */
export const createAttempts = () => {
  const byItem = new Map<string, readonly AttemptNow[]>();
  return {
    take: (event: TimedEvent): void => {
      // nothing else has an attempt
      if (!('attempt' in event) || !isRecordedState(event.event) || event.attempt < 1) return;
      byItem.set(event.item, withEvent(byItem.get(event.item) ?? [], { ...event, state: event.event }));
    },
    of: (item: string): readonly AttemptNow[] => byItem.get(item) ?? [],
  };
};

interface Told {
  readonly state: RecordedState;
  readonly attempt: number;
  readonly t: number;
  readonly error?: string;
}

const withEvent = (
  known: readonly AttemptNow[],
  { attempt, state, t, error }: Told,
): readonly AttemptNow[] => {
  const before = known.find((each) => each.attempt === attempt);
  const now: AttemptNow = {
    attempt,
    state,
    startedAt: before?.startedAt ?? t,
    changedAt: t,
    error: error ?? before?.error,
  };
  return before ? known.map((each) => (each === before ? now : each)) : [...known, now];
};
