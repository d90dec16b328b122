import type { TimedEvent } from '../../../engine/run/event';
import { newsFor } from '../../../engine/run/hub/news';
import { fail, ok, type Result } from '../../../shared/result';
import { messageOf, UserError } from '../../../shared/userError';
import { takeLock } from '../lock';
import { newRunOf } from '../prepare/beginRun';
import { addToJournal } from '../record/addToJournal';
import { createRun } from '../record/createRun';
import { readRecord, type WholeRecord } from '../record/readRecord';
import { lockPath, type RunFolder, runFolder } from '../record/runFolder';
import type { OnHub } from './prepareOnHub';

export const folderOf = ({ preparation: { head, settings } }: OnHub): RunFolder =>
  runFolder(settings.home, head.run);

/**
 * Brings the record of a run here up to what its hub says; begins it where there is none. Answers it. Fails where a
 * runner goes on with the run here, or nothing can be written.
 */
export const syncRecord = async (on: OnHub, version: string): Promise<Result<WholeRecord, UserError>> => {
  const { hub, preparation } = on;
  const before = await readRecord(folderOf(on));
  if (!before.ok) return before;
  const told = { handedIn: [...hub.handed.values()], landed: hub.landed };
  const events = newsFor(before.value, hub.run, told);
  const written = before.value.state.head
    ? await tellRecord(on, version, events)
    : await createRun({ ...newRunOf(preparation, version), events });
  return written.ok ? readRecord(folderOf(on)) : written;
};

/** Adds events to the record here, in this order. */
export const tellRecord = async (
  on: OnHub,
  version: string,
  events: readonly TimedEvent[],
): Promise<Result<void, UserError>> => {
  if (events.length === 0) return ok(undefined);
  const { home } = on.preparation.settings;
  const { run, plan } = on.hub;
  const lock = await takeLock(lockPath(home, plan), { run, version });
  if (!lock.ok) return lock;
  try {
    return await addToJournal(folderOf(on), events);
  } catch (error) {
    return fail(new UserError(`${folderOf(on).path} cannot be written: ${messageOf(error)}`));
  } finally {
    await lock.value.release();
  }
};
