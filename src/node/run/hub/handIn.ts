import type { TimedEvent } from '../../../engine/run/event';
import { eventsOfItem, handedInText, type TimedItemEvent } from '../../../engine/run/hub/handedIn';
import type { ItemRecord } from '../../../engine/run/state';
import { fail, ok, type Result } from '../../../shared/result';
import { UserError } from '../../../shared/userError';
import { commitOf, commitTree, messageWith, treeOf } from '../../git/commits';
import { pin, pinRef } from '../../git/pins';
import { pushRef } from '../../git/remote';
import { PLAN_TRAILER } from '../../git/runCommits';
import { type HubView, itemRef } from './hub';

/** What came of the work on an item, good or bad. */
export interface Outcome {
  readonly record: ItemRecord;
  /** The journal that says so. */
  readonly events: readonly TimedEvent[];
  readonly input: string;
  /** The commit that everything began from. */
  readonly base: string;
}

/**
 * Hands in what came of an item: a commit on top of the work whose message says what happened, so that whoever goes on
 * finds both. Answers that commit. Fails where the hub refuses it, or has a newer one; then everything is pinned here,
 * and the error names the ref.
 */
export const handIn = async (
  hub: HubView,
  { record, events, input, base }: Outcome,
): Promise<Result<string, UserError>> => {
  const { top, run, plan } = hub;
  const { item, attempt, state } = record;
  const own = eventsOfItem(events, item.id);
  const work = await workOf(top, own, base);
  if (!work.ok) return work;
  const tree = await treeOf(top, work.value);
  if (!tree.ok) return tree;
  const text = handedInText({ run, plan, item: item.id, input, events: own });
  const message = messageWith(`${item.id}: Result - ${item.title}`, text, {
    'Plan-Run': run,
    [PLAN_TRAILER]: plan,
    'Plan-Item': item.id,
    'Plan-Attempt': String(attempt),
    'Plan-State': state,
  });
  const commit = await commitTree(top, { tree: tree.value, parents: [work.value], message });
  if (!commit.ok) return commit;
  const pinned = await pin(top, pinRef(run, item.id, attempt), commit.value);
  if (!pinned.ok) return pinned;
  const from = hub.handed.get(item.id)?.commit;
  const pushed = await pushRef(top, hub.remote, { ref: itemRef(hub, item.id), from, to: commit.value });
  if (!pushed.ok) return fail(new UserError(`${pushed.error.message}\nIt is kept here as ${pinned.value}.`));
  return pushed.value.kind === 'moved'
    ? ok(commit.value)
    : fail(
        new UserError(
          `Another worker has handed in ${item.id} meanwhile. What was done here is kept as ${pinned.value}.`,
        ),
      );
};

/** The newest commit with work on an item that its events name. */
const workOf = async (
  top: string,
  events: readonly TimedItemEvent[],
  base: string,
): Promise<Result<string, UserError>> => {
  const names = events.toReversed().map((event) => event.pinned ?? event.head ?? event.from ?? event.base);
  for (const name of [...names, base]) {
    const found = name === undefined ? ok(undefined) : await commitOf(top, name);
    if (!found.ok) return found;
    if (found.value !== undefined) return ok(found.value);
  }
  return fail(new UserError(`There is no commit ${base} here.`));
};
