import { copyFile, mkdir } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { ItemRecord } from '../../../engine/run/state';
import { gitText } from '../../git/command';
import { commitAll } from '../../git/commitAll';
import { commitOf, messageWith } from '../../git/commits';
import { pin, pinRef } from '../../git/pins';
import type { RunContext } from '../context';
import { pinWork } from './badEnd';
import { finishItem } from './finish';
import { trailersOf } from './trailers';
import { placeOf } from './work';

/**
 * Looks whether a person has done what an item waits for: the work where nobody else does it, a review where there is
 * work. Answers what follows from it, undefined where it goes on waiting.
 */
export const answeredWait = async (
  context: RunContext,
  record: ItemRecord,
): Promise<(() => Promise<void>) | undefined> => {
  const place = placeOf(context, record.item, record.attempt);
  const { item, attempt, worktree } = place;
  if (record.head === undefined) {
    if (!(await isWorkedOn(worktree, record.from))) return undefined;
    return async () => {
      await context.tell({ event: 'committing', item: item.id, attempt });
      await finishItem(context, place);
    };
  }
  const { prompts, settings } = context;
  const own = await prompts.reviewOf(item.id, worktree);
  const review = own ?? (await prompts.reviewOf(item.id, settings.top));
  if (!review) return undefined;
  return async () => {
    // what lies in a person's checkout becomes a part of the work
    if (!own) await copyTo(join(worktree, relative(settings.top, review.path)), review.path);
    if (review.says === 'approved') return approve(context, record);
    const pinned = await pinWork(context, place);
    await context.tell({
      event: 'failed',
      item: item.id,
      attempt,
      error: 'A review says what to fix.',
      ...(pinned !== undefined && { pinned }),
    });
  };
};

const copyTo = async (target: string, source: string): Promise<void> => {
  await mkdir(dirname(target), { recursive: true });
  await copyFile(source, target);
};

/** Whether a checkout differs from where its work began, and somebody has committed that. */
const isWorkedOn = async (worktree: string, from: string | undefined): Promise<boolean> => {
  const head = await commitOf(worktree, 'HEAD');
  const status = await gitText(['status', '--porcelain', '-z'], { cwd: worktree });
  return head.ok && status.ok && head.value !== from && status.value === '';
};

const approve = async (context: RunContext, record: ItemRecord): Promise<void> => {
  const place = placeOf(context, record.item, record.attempt);
  const { item, attempt, worktree, branch } = place;
  const failed = (error: string): Promise<void> =>
    context.tell({ event: 'failed', item: item.id, attempt, error });
  const message = messageWith(`${item.id}: Approve - ${item.title}`, '', trailersOf(context, place));
  const committed = await commitAll(worktree, branch, message);
  if (!committed.ok) return failed(committed.error.message);
  const { kind } = committed.value;
  if (kind !== 'committed' && kind !== 'nothing') return failed('The approval cannot be committed.');
  const head = await commitOf(worktree, 'HEAD');
  if (!head.ok || head.value === undefined) return failed('There is no commit to land.');
  const pinned = await pin(context.settings.top, pinRef(place.run, item.id, attempt), head.value);
  if (!pinned.ok) return failed(pinned.error.message);
  await context.tell({ event: 'queued-to-land', item: item.id, attempt, head: head.value });
};
