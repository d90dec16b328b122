import { statSync } from 'node:fs';
import type { TimedEvent } from '../../../engine/run/event';
import { applyEvent, emptyRun } from '../../../engine/run/fold';
import type { RunState } from '../../../engine/run/state';
import { ok, type Result } from '../../../shared/result';
import type { UserError } from '../../../shared/userError';
import { eventsIn } from '../journalEvents';
import { readJournal, START } from '../readJournal';
import type { RunFolder } from './runFolder';

/** The record of a run, read on as it grows. */
export interface RecordReader {
  readonly folder: RunFolder;
  /** What was read so far; {@link RecordReader.readOn} changes it. */
  readonly state: RunState;
  /** The number of the last line that was read; 0 for none. */
  readonly seq: number;
  /**
   * Reads what came since, and answers it. Fails where the journal is damaged, cannot be read or has an event that is
   * none: then all stays as it was. Never to be called twice at the same time.
   *
   * @param onEvent called with each line after it counts
   */
  readOn(onEvent?: (event: TimedEvent, state: RunState) => void): Promise<Result<number, UserError>>;
}

export const createRecordReader = (folder: RunFolder): RecordReader => {
  let place = START;
  let state = emptyRun();
  return {
    folder,
    get state() {
      return state;
    },
    get seq() {
      return place.seq;
    },
    readOn: async (onEvent) => {
      const size = statSync(folder.journal, { throwIfNoEntry: false })?.size ?? 0;
      if (size === place.offset) return ok(0);
      // whole lines never go: it is the journal of another run
      if (size < place.offset) [place, state] = [START, emptyRun()];
      const part = await readJournal(folder.journal, place);
      if (!part.ok) return part;
      const events = eventsIn(folder.journal, part.value.lines);
      if (!events.ok) return events;
      for (const event of events.value) {
        applyEvent(state, event);
        onEvent?.(event, state);
      }
      place = part.value.place;
      return ok(events.value.length);
    },
  };
};
