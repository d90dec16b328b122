import { existsSync } from 'node:fs';
import type { ItemRecord } from '../../engine/run/state';
import { removeLeftLocks } from '../git/commitAll';
import type { RunContext } from './context';
import { identityIn, stateOf } from './identity';
import { pinWork } from './item/badEnd';
import { finishItem, verifyItem } from './item/finish';
import type { ItemPlace } from './item/itemPlace';
import { endFile, placeOf, watchItem } from './item/work';
import { adoptProcess, readEnd } from './startProcess';
import { endStrays, endTagged } from './strays';
import { tellWhatGitHolds } from './whatGitHolds';

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
 * - landings that happened are found by their commits, also where the journal has lost what it said of them;
 * - a lost item is written down as interrupted, with all of its work pinned.
 */
export const recoverRun = async (context: RunContext): Promise<readonly Recovered[]> => {
  // processes that are watched again are the only ones that go on
  await endStrays(context);
  await tellWhatGitHolds(context);
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
      return interrupted(context, place);
    case 'running':
      return recoverAgent(context, record, place);
    case 'committing':
      return () => finishItem(context, place);
    case 'verifying': {
      const { head } = record;
      return head === undefined ? interrupted(context, place) : () => verifyItem(context, place, head);
    }
    case 'landing':
      // what git holds of it was told before
      await context.tell({ event: 'queued-to-land', item: record.item.id, attempt: record.attempt });
      return undefined;
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
  // the leader is gone, what it started may not be
  if (tag !== '') await endTagged(tag);
  return interrupted(context, place);
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
