import type { TimedEvent } from '../../../engine/run/event';
import { ok, type Result } from '../../../shared/result';
import type { UserError } from '../../../shared/userError';
import { type JournalEvent, openJournal } from '../journalFile';
import type { RunFolder } from './runFolder';

/**
 * Adds to the journal of a run what happened at other times, in this order. Only for the holder of the lock. Rejects
 * when the disk is full and the like.
 */
export const addToJournal = async (
  folder: RunFolder,
  events: readonly TimedEvent[],
): Promise<Result<void, UserError>> => {
  let now = 0;
  const journal = await openJournal(folder.journal, folder.run, () => now);
  if (!journal.ok) return journal;
  try {
    for (const { t, ...event } of events) {
      now = t;
      await journal.value.append(event as unknown as JournalEvent);
    }
    return ok(undefined);
  } finally {
    await journal.value.close();
  }
};
