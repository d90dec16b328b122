import type { AnalysedPlan } from '../../../engine/model/analysis';
import { type ItemRecord, isDone, type RunState, recordOf } from '../../../engine/run/state';
import { listed } from '../../../shared/listed';
import { fail, ok, type Result } from '../../../shared/result';
import { UserError } from '../../../shared/userError';
import { readRecord } from '../record/readRecord';
import { itemInput } from './itemInput';
import type { OnHub } from './prepareOnHub';
import { handInItem } from './runItemOnHub';
import { folderOf, syncRecord } from './syncRecord';
import { NOTHING, runPart, type WorkerOptions } from './worker';

/** How items stand after a landing. */
export interface Landing {
  readonly state: RunState;
  /** Those that were asked for, in plan order. */
  readonly records: readonly ItemRecord[];
}

/**
 * Lands what was handed in on the integration branch of a hub, one after the other, each proved on exactly the merged
 * tree. Others may land at the same time: the hub decides who was first. What cannot land is handed in again with the
 * reason, so that its next worker knows it.
 *
 * @param ids which items; everything that waits to land unless given
 */
export const landOnHub = async (
  plan: AnalysedPlan,
  on: OnHub,
  ids: readonly string[] | undefined,
  options: WorkerOptions,
): Promise<Result<Landing, UserError>> => {
  const before = await syncRecord(on, options.version);
  if (!before.ok) return before;
  const { state } = before.value;
  const strays = (ids ?? []).filter((id) => !state.places.has(id));
  if (strays.length > 0) {
    return fail(
      new UserError(
        `${on.hub.plan} has no ${strays.length === 1 ? 'achievement' : 'achievements'} ${listed(strays)}.`,
      ),
    );
  }
  const isAsked = ({ item, state: at }: ItemRecord): boolean =>
    ids ? ids.includes(item.id) : at === 'queued-to-land';
  const asked = state.items.filter(isAsked).map(({ item }) => item.id);
  const waiting = state.items.filter((record) => isAsked(record) && canLand(state, record));
  if (waiting.length > 0) {
    const lands = new Set(waiting.map(({ item }) => item.id));
    const status = await runPart(on, { starts: NOTHING, lands }, options);
    if (!status.ok) return status;
  }
  const after = await readRecord(folderOf(on));
  if (!after.ok) return after;
  for (const { item } of waiting) {
    const record = recordOf(after.value.state, item.id);
    // whatever else went wrong is wrong here alone: the result waits on the hub as before
    if (record?.state !== 'conflict' && record?.state !== 'gate-red') continue;
    const handed = await handInItem(on, after.value, item.id, itemInput(plan, on, item.id));
    if (!handed.ok) return handed;
  }
  const records = after.value.state.items.filter(({ item }) => asked.includes(item.id));
  return ok({ state: after.value.state, records });
};

/** It waits for nothing but its landing. */
const canLand = (run: RunState, { item, state }: ItemRecord): boolean =>
  state === 'queued-to-land' &&
  item.after.every((id) => {
    const other = recordOf(run, id);
    return other !== undefined && isDone(other);
  });
