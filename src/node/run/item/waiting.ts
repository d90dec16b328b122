import type { ItemRecord } from '../../../engine/run/state';
import { gitText } from '../../git/command';
import { commitOf } from '../../git/commits';
import type { RunContext } from '../context';
import { finishItem } from './finish';
import { isOfExecutor } from './isOfExecutor';
import { takeReview } from './review';
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
  for (const checkout of [worktree, settings.top]) {
    const review = await prompts.reviewOf(item.id, checkout);
    if (!review || (await isOfExecutor(review, checkout, record))) continue;
    return () => takeReview(context, place, review, true);
  }
  return undefined;
};

/** Whether a checkout differs from where its work began, and somebody has committed that. */
const isWorkedOn = async (worktree: string, from: string | undefined): Promise<boolean> => {
  const head = await commitOf(worktree, 'HEAD');
  const status = await gitText(['status', '--porcelain', '-z'], { cwd: worktree });
  return head.ok && status.ok && head.value !== from && status.value === '';
};
