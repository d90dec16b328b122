import type { ItemDetails } from '../../../engine/run/event';
import type { Executor } from '../../../engine/run/executor/executor';
import type { RecordedState } from '../../../engine/run/itemState';
import { recordOf } from '../../../engine/run/state';
import { pin, pinRef } from '../../git/pins';
import { snapshotOf } from '../../git/snapshot';
import type { RunContext } from '../context';
import { outputOf } from '../outputOf';
import type { AgentEnd } from './agent';
import type { ItemPlace } from './itemPlace';

/** How long an executor rests that does not say when its limit ends. */
const USUAL_REST_MS = 5 * 60_000;
/** Clocks differ. */
const MORE_MS = 60_000;

/** Writes down the end of an executor that leaves nothing to land; false where it went well. */
export const endedBadly = async (context: RunContext, place: ItemPlace, end: AgentEnd): Promise<boolean> => {
  const found = lostSession(context, place, end) ?? badEndOf(end, place, context.settings.executor);
  if (!found) return false;
  const bad = found.final === true ? await withVersion(found, context.settings.executor) : found;
  const { usage, session } = end.ending;
  const pinned = await pinWork(context, place);
  await context.tell({
    ...bad,
    item: place.item.id,
    attempt: place.attempt,
    ...(usage && { usage }),
    ...(session !== undefined && { session }),
    ...(pinned !== undefined && { pinned }),
  });
  return true;
};

/** Arguments that are refused are most often those of another version. */
const withVersion = async (bad: BadEnd, { version, since, title }: Executor): Promise<BadEnd> => {
  const [program, ...args] = version ?? [];
  if (program === undefined) return bad;
  const installed = (await outputOf(program, args)).trim().split('\n', 1)[0];
  const words = installed ? `${title} says its version is ${installed}` : `${title} does not say its version`;
  return { ...bad, error: `${bad.error} (${words}; its arguments are those of ${since}.)` };
};

/**
 * An executor that ends without ever having been in the session that it was to go on with does not know it any more:
 * that is no failure of its own, and the next attempt begins a new one.
 */
const lostSession = (
  { state }: RunContext,
  { item }: ItemPlace,
  { how, ending }: AgentEnd,
): BadEnd | undefined => {
  const { resumes } = recordOf(state, item.id) ?? {};
  if (resumes === undefined || how !== 'ended' || ending.ok || ending.limit) return undefined;
  return ending.session === undefined
    ? { event: 'interrupted', session: '', error: `Session ${resumes} cannot be resumed: ${ending.error}` }
    : undefined;
};

type BadEnd = ItemDetails & { readonly event: RecordedState };

const badEndOf = (
  { how, ending }: AgentEnd,
  { item }: ItemPlace,
  { timeoutMinutes, idleMinutes, title }: RunContext['settings']['executor'],
): BadEnd | undefined => {
  switch (how) {
    case 'unwanted':
      return { event: 'cancelled', error: `${item.id} was stopped.` };
    case 'timed-out':
      return { event: 'timed-out', error: `${title} was not done after ${timeoutMinutes} minutes.` };
    case 'stalled':
      return { event: 'stalled', error: `${title} showed no activity for ${idleMinutes} minutes.` };
    case 'ended':
      break;
  }
  if (ending.ok) return undefined;
  if (ending.limit) {
    const { until } = ending.limit;
    const rest = until === undefined ? Date.now() + USUAL_REST_MS : until + MORE_MS;
    return { event: 'rate-limited', until: rest, error: ending.error ?? 'A limit was reached.' };
  }
  if (ending.denials.length > 0) {
    return {
      event: 'denied',
      denials: ending.denials,
      error: `It was denied ${ending.denials.join(', ')}: ${ending.error}`,
    };
  }
  return { event: 'failed', error: ending.error ?? 'It failed.', final: ending.isFinal };
};

/** Keeps everything that is in a worktree; answers the commit, undefined where there is nothing to keep it of. */
export const pinWork = async (context: RunContext, place: ItemPlace): Promise<string | undefined> => {
  const { top } = context.settings;
  const snapshot = await snapshotOf(place.worktree, `${place.item.id}: what attempt ${place.attempt} left\n`);
  if (!snapshot.ok) return undefined;
  const { commit } = snapshot.value;
  const pinned = await pin(top, pinRef(place.run, place.item.id, place.attempt), commit);
  if (!pinned.ok) context.note(`${place.item.id}: ${pinned.error.message}`);
  return commit;
};
