import type { TimedEvent } from '../../../engine/run/event';
import type { RunState } from '../../../engine/run/state';
import { ok, type Result } from '../../../shared/result';
import type { UserError } from '../../../shared/userError';
import { createRecordReader } from './recordReader';
import type { RunFolder } from './runFolder';

/** A run as its journal tells it now; without a head where there is no such run. */
export interface WholeRecord {
  readonly state: RunState;
  readonly events: readonly TimedEvent[];
}

export const readRecord = async (folder: RunFolder): Promise<Result<WholeRecord, UserError>> => {
  const events: TimedEvent[] = [];
  const reader = createRecordReader(folder);
  const read = await reader.readOn((event) => events.push(event));
  return read.ok ? ok({ state: reader.state, events }) : read;
};
