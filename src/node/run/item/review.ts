import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { Executor } from '../../../engine/run/executor/executor';
import { commitAll } from '../../git/commitAll';
import { commitOf, messageWith } from '../../git/commits';
import { pin, pinRef } from '../../git/pins';
import type { ReviewFile, RunContext } from '../context';
import { builtEnvironment } from '../environment';
import { freePortBase } from '../freePorts';
import { reviewLog } from '../record/runFolder';
import { startProcess } from '../startProcess';
import { watchAgent } from './agent';
import { pinWork } from './badEnd';
import { givenVariables } from './givenVariables';
import { commandFor, type ItemPlace, planVariables } from './itemPlace';
import { stepTag } from './stepTag';
import { trailersOf } from './trailers';

/**
 * Does what a review says: what is approved waits to land, what is to be fixed is the next attempt's task. A file that
 * lies in a person's checkout becomes a part of the work.
 */
export const takeReview = async (
  context: RunContext,
  place: ItemPlace,
  review: ReviewFile,
  byPerson = false,
): Promise<void> => {
  const { item, attempt, worktree } = place;
  const { top } = context.settings;
  const inTop = relative(top, review.path);
  if (!inTop.startsWith('..') && relative(worktree, review.path).startsWith('..')) {
    await mkdir(dirname(join(worktree, inTop)), { recursive: true });
    await copyFile(review.path, join(worktree, inTop));
  }
  if (review.says === 'approved') return approve(context, place);
  const pinned = await pinWork(context, place);
  await context.tell({
    event: 'failed',
    item: item.id,
    attempt,
    error: 'A review says what to fix.',
    ...(byPerson && { askedFor: true }),
    ...(pinned !== undefined && { pinned }),
  });
};

const approve = async (context: RunContext, place: ItemPlace): Promise<void> => {
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

/** Has another executor review the work in its worktree; where that comes to nothing, a person has to look. */
export const reviewByExecutor = async (
  context: RunContext,
  place: ItemPlace,
  reviewer: Executor,
): Promise<void> => {
  const { item, attempt, worktree } = place;
  const wait = (error: string): Promise<void> =>
    context.tell({ event: 'waiting', item: item.id, attempt, error });
  const problem = await runReviewer(context, place, reviewer);
  if (context.signalOf(item.id).aborted) {
    return context.tell({ event: 'cancelled', item: item.id, attempt, error: `${item.id} was stopped.` });
  }
  if (problem !== undefined) return wait(`The reviewer came to nothing: ${problem}`);
  const review = await context.prompts.reviewOf(item.id, worktree);
  return review
    ? takeReview(context, place, review)
    : wait('The reviewer wrote neither an APPROVED nor a FIX file.');
};

/** Runs the reviewer to its end; answers what went wrong. */
const runReviewer = async (
  context: RunContext,
  place: ItemPlace,
  reviewer: Executor,
): Promise<string | undefined> => {
  const { item, attempt, worktree, folder } = place;
  const prompt = await context.prompts.review({ item: item.id, attempt, worktree });
  if (!prompt.ok) return prompt.error.message;
  const promptFile = join(folder, 'review-prompt.md');
  await writeFile(promptFile, prompt.value);
  const own: ItemPlace = { ...place, promptFile, log: reviewLog(context.folder, item.id, attempt) };
  const tag = stepTag(context, place);
  const started = await startProcess({
    argv: commandFor(reviewer.command, own, ''),
    cwd: worktree,
    env: builtEnvironment({
      ...givenVariables(reviewer.env),
      ...planVariables(own, await freePortBase()),
      PLAN_REVIEW: '1',
    }),
    ...(reviewer.prompt === 'stdin' && { stdin: promptFile }),
    stdout: own.log,
    stderr: own.log,
    result: join(folder, `review-end-${attempt}.json`),
    tag,
  });
  if (!started.ok) return started.error.message;
  const end = await watchAgent({
    process: started.value,
    tag,
    executor: reviewer,
    log: own.log,
    heartbeatFile: own.heartbeatFile,
    worktree,
    signal: context.signalOf(item.id),
  });
  if (end.how === 'ended') return end.ending.ok ? undefined : end.ending.error;
  return end.how === 'timed-out' ? 'it took too long' : 'it showed no activity';
};
