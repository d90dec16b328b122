import type { AnalysedPlan } from '../../../engine/model/analysis';
import type { TimedEvent } from '../../../engine/run/event';
import { ITEM_EXIT, itemExitCode } from '../../../engine/run/itemExit';
import { isFailure } from '../../../engine/run/itemState';
import { type ItemRecord, isDone, type RunState, recordOf } from '../../../engine/run/state';
import { fail, ok, type Result } from '../../../shared/result';
import { UserError } from '../../../shared/userError';
import { gitText } from '../../git/command';
import { treeOf } from '../../git/commits';
import { pinRef } from '../../git/pins';
import { removeWorktree } from '../../git/removeWorktree';
import { itemPlace } from '../item/itemPlace';
import { readRecord, type WholeRecord } from '../record/readRecord';
import { staleness } from './freshness';
import { handIn } from './handIn';
import { itemInput } from './itemInput';
import type { OnHub } from './prepareOnHub';
import { folderOf, syncRecord, tellRecord } from './syncRecord';
import { NOTHING, runPart, type WorkerOptions } from './worker';

/** How the work on an item ended. */
export interface ItemEnd {
  readonly exit: number;
  readonly state: RunState;
  /** False: it was done before. */
  readonly isNew: boolean;
  /** False: the gates were red before any work. */
  readonly isBaseGreen: boolean;
}

/**
 * Does one item of a run wherever this is: what has landed, or waits to land and is of the same task, is left as it is.
 * Anything else is worked on from where the integration branch of the hub is, and handed in, good or bad. Fails where
 * the item cannot begin, and where the hub does not take what was done; then it is pinned here.
 */
export const runItemOnHub = async (
  plan: AnalysedPlan,
  on: OnHub,
  id: string,
  options: WorkerOptions,
): Promise<Result<ItemEnd, UserError>> => {
  const before = await syncRecord(on, options.version);
  if (!before.ok) return before;
  const { state } = before.value;
  const record = recordOf(state, id);
  if (!record) return fail(new UserError(`Run ${on.hub.run} has no ${id}.`));
  const done: ItemEnd = { exit: ITEM_EXIT.done, state, isNew: false, isBaseGreen: true };
  if (isDone(record)) return ok(done);
  const waits = waitsFor(state, record);
  if (waits.length > 0) {
    const words = `${id} waits for ${waits.join(', ')}, which has not landed on ${on.hub.remote}.`;
    return fail(new UserError(words));
  }
  const input = itemInput(plan, on, id);
  const opened = await openAgain(on, before.value, record, input);
  if (!opened.ok) return opened;
  if (opened.value === 'done') {
    if (on.hub.handed.has(id)) return ok(done);
    const handed = await handInItem(on, before.value, id, input);
    return handed.ok ? ok(done) : handed;
  }
  const told = await tellRecord(on, options.version, [...opened.value, ...(await provedBase(on, state))]);
  if (!told.ok) return told;
  return workAndHandIn(on, id, input, options);
};

/** What it depends on and nothing has landed of. */
const waitsFor = (state: RunState, { item }: ItemRecord): readonly string[] => [
  ...item.missing,
  ...item.after.filter((id) => {
    const other = recordOf(state, id);
    return other !== undefined && !isDone(other);
  }),
];

/** What makes an item open again that ended before; `done` where its result can be used as it is. */
const openAgain = async (
  on: OnHub,
  { state }: WholeRecord,
  record: ItemRecord,
  input: string,
): Promise<Result<readonly TimedEvent[] | 'done', UserError>> => {
  const { item, attempt, error = '', paths = [], with: others = [] } = record;
  const t = Date.now();
  const conflict = (words: string, files: readonly string[]): TimedEvent => ({
    t,
    event: 'conflict',
    item: item.id,
    attempt,
    error: words,
    paths: files,
    with: others,
    // whoever asks for it again pays for it
    askedFor: true,
  });
  if (record.state === 'queued-to-land') {
    const tip = on.preparation.tip ?? on.preparation.head.base;
    const stale = await staleness(on.hub, state, record, { input, tip });
    if (!stale.ok) return stale;
    return ok(stale.value ? [conflict(stale.value.error, stale.value.paths)] : 'done');
  }
  if (record.state === 'open' || !isFailure(record.state)) return ok([]);
  const retried: TimedEvent = { t, event: 'retried', items: [item.id] };
  // a conflict is resolved from the new tip, all else goes on from what was left
  return ok(record.state === 'conflict' ? [retried, conflict(error, paths)] : [retried]);
};

/** A commit that was landed says that the gates were green on its tree. */
const provedBase = async (on: OnHub, { baseline }: RunState): Promise<readonly TimedEvent[]> => {
  const { top, tip } = on.hub;
  if (tip === undefined || baseline !== undefined) return [];
  const format = '--format=%(trailers:key=Plan-Gates,valueonly,separator=)';
  const said = await gitText(['log', '-1', format, tip, '--'], { cwd: top });
  const tree = await treeOf(top, tip);
  const isProved = said.ok && tree.ok && said.value.trim() === `${tree.value} ok`;
  return isProved ? [{ t: Date.now(), event: 'baseline', ok: true, gates: [] }] : [];
};

const workAndHandIn = async (
  on: OnHub,
  id: string,
  input: string,
  options: WorkerOptions,
): Promise<Result<ItemEnd, UserError>> => {
  const limited = new AbortController();
  const status = await runPart(
    on,
    { starts: new Set([id]), lands: NOTHING },
    {
      ...options,
      signal: AbortSignal.any([limited.signal, ...(options.signal ? [options.signal] : [])]),
      onEvent: (event, state) => {
        options.onEvent?.(event, state);
        // whoever started this worker knows better how to wait
        if (event.event === 'rate-limited') limited.abort();
      },
    },
  );
  if (!status.ok) return status;
  const after = await readRecord(folderOf(on));
  if (!after.ok) return after;
  const { state } = after.value;
  const record = recordOf(state, id);
  const isBaseGreen = state.baseline !== false;
  if (!record || record.state === 'open') {
    return ok({ exit: ITEM_EXIT.waits, state, isNew: true, isBaseGreen });
  }
  const handed = await handInItem(on, after.value, id, input);
  if (!handed.ok) return handed;
  await removeWorktreeOf(on, record, handed.value, options);
  return ok({ exit: itemExitCode(record.state), state, isNew: true, isBaseGreen });
};

/** Hands in what the record here says of an item. */
export const handInItem = async (
  on: OnHub,
  { state, events }: WholeRecord,
  id: string,
  input: string,
): Promise<Result<string, UserError>> => {
  const record = recordOf(state, id);
  return record
    ? handIn(on.hub, { record, events, input, base: on.preparation.tip ?? on.preparation.head.base })
    : fail(new UserError(`Run ${on.hub.run} has no ${id}.`));
};

/** What the hub has needs no checkout here; one that has anything else stays. */
const removeWorktreeOf = async (
  { hub, preparation }: OnHub,
  { item, attempt }: ItemRecord,
  handed: string,
  { onNote }: WorkerOptions,
): Promise<void> => {
  const folder = folderOf({ hub, preparation });
  const settings = { ...preparation.settings, mark: '' };
  const { worktree } = itemPlace({ folder, settings, plan: hub.plan }, item, attempt);
  const removed = await removeWorktree(hub.top, worktree, {
    landedIn: handed,
    pin: pinRef(hub.run, item.id, attempt),
  });
  if (!removed.ok) onNote?.(`${item.id}: ${removed.error.message}`);
};
