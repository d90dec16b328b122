import { writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isSatisfied } from '../../../engine/run/itemState';
import { type ItemRecord, lastState, recordOf } from '../../../engine/run/state';
import { fail, ok, type Result } from '../../../shared/result';
import { UserError } from '../../../shared/userError';
import { commitAll } from '../../git/commitAll';
import { commitOf, messageWith, missingIn } from '../../git/commits';
import { copyIncluded } from '../../git/worktreeInclude';
import { addWorktree } from '../../git/worktrees';
import type { RunContext } from '../context';
import { makeFolders } from '../makeFolders';
import { runSetup } from './gates';
import type { ItemPlace } from './itemPlace';
import { repairText } from './repairText';
import { trailersOf } from './trailers';

/** A worktree that is ready for the executor. */
export interface Prepared {
  readonly base: string;
  /** Its HEAD. */
  readonly from: string;
  /** What the executor is told. */
  readonly prompt: string;
}

/**
 * Makes the worktree of an attempt, proves that it holds what the item depends on, sets it up, creates its documents
 * and writes the prompt. A later attempt goes on from what the one before left, unless that could not be merged.
 *
 * @param before what is known of the item from its earlier attempts
 */
export const prepareItem = async (
  context: RunContext,
  place: ItemPlace,
  before: ItemRecord,
): Promise<Result<Prepared, UserError>> => {
  const { prompts } = context;
  const tip = await context.lane.tip();
  if (!tip.ok) return tip;
  const start = lastState(before) === 'conflict' ? undefined : (before.pinned ?? before.head);
  const base = start === undefined ? tip.value : (before.base ?? tip.value);
  const lineage = await checkLineage(context, place, base);
  if (!lineage.ok) return lineage;
  await context.tell({
    event: 'preparing',
    item: place.item.id,
    attempt: place.attempt,
    base,
    worktree: place.worktree,
    branch: place.branch,
    lineage: 'ok',
  });
  const made = await makeWorktree(context, place, start ?? base);
  if (!made.ok) return made;
  const setUp = await runSetup(context, place);
  if (!setUp.ok) return setUp;
  const prompt = await prompts.write({
    item: place.item.id,
    attempt: place.attempt,
    worktree: place.worktree,
  });
  if (!prompt.ok) return prompt;
  const documents = await commitAll(
    place.worktree,
    place.branch,
    messageWith(`${place.item.id}: Prepare - ${place.item.title}`, '', trailersOf(context, place)),
  );
  if (!documents.ok) return documents;
  if (documents.value.kind === 'refused')
    return fail(
      new UserError(`the documents of ${place.item.id} cannot be committed: ${documents.value.output}`),
    );
  const from = await commitOf(place.worktree, 'HEAD');
  if (!from.ok) return from;
  if (from.value === undefined) return fail(new UserError(`${place.worktree} has no commit`));
  const text = `${prompt.value.trimEnd()}\n${repairText(before, context.state.head?.branch ?? '')}`;
  await writeFile(place.promptFile, text);
  return ok({ base, from: from.value, prompt: text });
};

/** A new branch with a checkout of it, and what `.worktreeinclude` names. */
const makeWorktree = async (
  { settings }: RunContext,
  { worktree, branch, folder }: ItemPlace,
  from: string,
): Promise<Result<void, UserError>> => {
  for (const needed of [dirname(worktree), folder]) {
    const made = makeFolders(needed);
    if (!made.ok) return made;
  }
  const added = await addWorktree(settings.top, { path: worktree, branch, from });
  if (!added.ok) return added;
  const included = await copyIncluded(settings.top, worktree);
  return included.ok ? ok(undefined) : included;
};

/** Every landed dependency is an ancestor of the base, or the item does not start. */
const checkLineage = async (
  { state, settings }: RunContext,
  { item }: ItemPlace,
  base: string,
): Promise<Result<void, UserError>> => {
  const landed = item.after.flatMap((id) => {
    const record = recordOf(state, id);
    return record && record.state !== 'open' && isSatisfied(record.state) ? (record.landed ?? []) : [];
  });
  const missing = await missingIn(settings.top, base, landed);
  if (!missing.ok) return missing;
  return missing.value.length === 0
    ? ok(undefined)
    : fail(
        new UserError(
          `${item.id} would start without what it depends on: ${base.slice(0, 12)} does not hold ${missing.value.join(', ')}`,
        ),
      );
};
