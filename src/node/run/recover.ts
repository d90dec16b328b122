import { existsSync } from 'node:fs';
import type { ItemRecord } from '../../engine/run/state';
import { removeLeftLocks } from '../git/commitAll';
import { isAncestor } from '../git/commits';
import { landedIn } from '../git/runCommits';
import type { RunContext } from './context';
import { endProcesses } from './endProcesses';
import { identityIn, stateOf } from './identity';
import { pinWork } from './item/badEnd';
import { finishItem, verifyItem } from './item/finish';
import type { ItemPlace } from './item/itemPlace';
import { gatesTag } from './item/land';
import { stepTag } from './item/stepTag';
import { endFile, placeOf, watchItem } from './item/work';
import { adoptProcess, readEnd, TAG } from './startProcess';

/** What goes on for an item, from where a runner that is gone left it. */
export interface Recovered {
  readonly item: string;
  readonly work: () => Promise<void>;
}

/**
 * Takes over the items that another runner left. Nothing is done twice:
 *
 * - executors that still run are watched again, and work that they finished meanwhile counts;
 * - gates run again;
 * - landings that happened are found by their commits;
 * - a lost item is written down as interrupted, with all of its work pinned.
 */
export const recoverRun = async (context: RunContext): Promise<readonly Recovered[]> => {
  await sweep(gatesTag(context));
  const recovered: Recovered[] = [];
  for (const record of [...context.state.items]) {
    const work = await recoverItem(context, record);
    if (work) recovered.push({ item: record.item.id, work });
  }
  return recovered;
};

const recoverItem = async (
  context: RunContext,
  record: ItemRecord,
): Promise<(() => Promise<void>) | undefined> => {
  const place = placeOf(context, record.item, record.attempt);
  switch (record.state) {
    case 'preparing':
      await sweep(stepTag(context, place));
      return interrupted(context, place);
    case 'running':
      return recoverAgent(context, record, place);
    case 'committing':
      return () => finishItem(context, place);
    case 'verifying': {
      await sweep(stepTag(context, place));
      const { head } = record;
      return head === undefined ? interrupted(context, place) : () => verifyItem(context, place, head);
    }
    case 'landing':
      return recoverLanding(context, record);
    default:
      return undefined;
  }
};

const recoverAgent = async (
  context: RunContext,
  { tag = '', process: said }: ItemRecord,
  place: ItemPlace,
): Promise<(() => Promise<void>) | undefined> => {
  const identity = identityIn(said);
  if (identity) {
    const state = await stateOf(identity);
    const isKnown = state === 'ended' && readEnd(endFile(place)).code !== undefined;
    if (state === 'running' || isKnown) {
      return () => watchItem(context, place, { process: adoptProcess(identity, endFile(place)), tag });
    }
  }
  await sweep(tag);
  return interrupted(context, place);
};

const sweep = async (tag: string): Promise<void> => {
  if (tag !== '') await endProcesses({ mark: { name: TAG, value: tag } }, { graceMs: 2_000 });
};

const interrupted = async (context: RunContext, place: ItemPlace): Promise<undefined> => {
  const { item, attempt, worktree } = place;
  await removeLeftLocks(worktree);
  const pinned = existsSync(worktree) ? await pinWork(context, place) : undefined;
  await context.tell({
    event: 'interrupted',
    item: item.id,
    attempt,
    error: 'The runner ended while this item was in progress.',
    ...(pinned !== undefined && { pinned }),
  });
};

/** Between the landing and the line that says so a runner may be killed: the commit itself says it. */
const recoverLanding = async (
  context: RunContext,
  { item, attempt, head }: ItemRecord,
): Promise<undefined> => {
  const { settings, state, folder } = context;
  const found = await landedIn(settings.top, `refs/heads/${state.head?.branch}`, state.head?.plan ?? '');
  const there = found.ok ? found.value.get(item.id) : undefined;
  const isMine = there?.run === folder.run && head !== undefined;
  const holds = isMine ? await isAncestor(settings.top, head, there.commit) : undefined;
  await context.tell(
    there && holds?.ok && holds.value
      ? { event: 'landed', item: item.id, attempt, landed: there.commit }
      : { event: 'queued-to-land', item: item.id, attempt },
  );
};
