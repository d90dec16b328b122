import type { RunStatus, TimedEvent } from '../../../engine/run/event';
import { isSatisfied } from '../../../engine/run/itemState';
import { hasFailed, standings } from '../../../engine/run/standing';
import type { RunState } from '../../../engine/run/state';
import { fail, ok, type Result } from '../../../shared/result';
import { UserError } from '../../../shared/userError';
import { commitOf, isAncestor } from '../../git/commits';
import { pin, pinRef } from '../../git/pins';
import { moveRef } from '../../git/refs';
import { branchRefusals } from '../prepare/cannotRun';
import { readRecord } from '../record/readRecord';
import { saveResult } from '../record/saveResult';
import type { HubView } from './hub';
import type { OnHub } from './prepareOnHub';
import { folderOf, syncRecord, tellRecord } from './syncRecord';

/** A run as it was brought here. */
export interface Imported {
  readonly state: RunState;
  readonly status: RunStatus;
  /** How many events were new. */
  readonly news: number;
  /** What to know, one sentence each. */
  readonly notes: readonly string[];
}

/** Clocks that differ by less are as good as right. */
const CLOCK_MS = 5 * 60_000;

/**
 * Brings what a hub knows of a run into the record here, and the branch it lands on up to where it is there. Nothing
 * changes where the two branches have gone apart.
 */
export const importFromHub = async (on: OnHub, version: string): Promise<Result<Imported, UserError>> => {
  const known = await readRecord(folderOf(on));
  if (!known.ok) return known;
  const { handed, landed, run, remote } = on.hub;
  const hasAny = handed.size > 0 || landed.some((each) => each.run === run);
  if (!hasAny && known.value.events.length === 0) {
    return fail(new UserError(`${remote} has nothing of a run ${run}, so nothing was imported.`));
  }
  const moved = await bringBranch(on.hub);
  if (!moved.ok) return moved;
  for (const { item, commit, events } of on.hub.handed.values()) {
    const pinned = await pin(on.hub.top, pinRef(on.hub.run, item, events.at(-1)?.attempt ?? 1), commit);
    if (!pinned.ok) return pinned;
  }
  const synced = await syncRecord(on, version);
  if (!synced.ok) return synced;
  const { state, events } = synced.value;
  const news = events.slice(known.value.events.length);
  const status = statusOf(state);
  const isTold = news.length === 0 && state.finished === status;
  const end: TimedEvent = {
    event: 'finished',
    status,
    t: Math.max(...events.map(({ t }) => t)),
  };
  const told = await tellRecord(on, version, isTold ? [] : [end]);
  if (!told.ok) return told;
  const after = await readRecord(folderOf(on));
  if (!after.ok) return after;
  await saveResult(after.value.state, folderOf(on), on.hub.top);
  return ok({ state: after.value.state, status, news: news.length, notes: clockNotes(news) });
};

/** Moves the branch here to where it is on the hub, where that loses nothing. */
const bringBranch = async ({ top, branch, remote, tip }: HubView): Promise<Result<void, UserError>> => {
  if (tip === undefined) return ok(undefined);
  const here = await commitOf(top, `refs/heads/${branch}`);
  if (!here.ok) return here;
  if (here.value === tip) return ok(undefined);
  const [isBehind, isAhead] = await (async () => {
    if (here.value === undefined) return [ok(true), ok(false)];
    return [await isAncestor(top, here.value, tip), await isAncestor(top, tip, here.value)];
  })();
  if (!isBehind.ok) return isBehind;
  if (!isAhead.ok) return isAhead;
  // what landed here alone is for its owner to push
  if (isAhead.value) return ok(undefined);
  if (!isBehind.value) {
    return fail(
      new UserError(
        `${branch} here and on ${remote} have gone apart, so nothing was imported. Merge the one into the other first.`,
      ),
    );
  }
  const [refusal] = await branchRefusals(top, branch);
  if (refusal !== undefined) return fail(new UserError(refusal));
  const moved = await moveRef(top, `refs/heads/${branch}`, here.value, tip, 'imported');
  if (!moved.ok) return moved;
  return moved.value.kind === 'moved'
    ? ok(undefined)
    : fail(new UserError(`${branch} is being moved here at this moment. Try again.`));
};

/** How a run stands that goes on elsewhere, or nowhere. */
const statusOf = (state: RunState): RunStatus => {
  if (standings(state).every((each) => isSatisfied(each.state))) return 'success';
  const attempts = state.head?.attempts ?? 1;
  return state.items.some((record) => hasFailed(record, attempts)) ? 'failed' : 'waiting';
};

const clockNotes = (events: readonly TimedEvent[]): readonly string[] => {
  const ahead = Math.max(0, ...events.map(({ t }) => t)) - Date.now();
  return ahead > CLOCK_MS
    ? [
        `The clock of a worker is ${Math.round(ahead / 60_000)} minutes ahead of the one here, so times and durations are off.`,
      ]
    : [];
};
