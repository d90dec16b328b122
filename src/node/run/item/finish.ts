import type { GateResult, ItemDetails } from '../../../engine/run/event';
import type { RecordedState } from '../../../engine/run/itemState';
import { recordOf } from '../../../engine/run/state';
import { commandText } from '../../../engine/run/text/dryRun';
import { commitAll, removeLeftLocks } from '../../git/commitAll';
import { commitOf, messageWith, treeOf } from '../../git/commits';
import { pin, pinRef } from '../../git/pins';
import { changedBetween, commitsBetween } from '../../git/runCommits';
import type { RunContext } from '../context';
import { gatesFor } from '../record/settings';
import { pinWork } from './badEnd';
import { gateWords, itemStep, runGates } from './gates';
import { commandFor, type ItemPlace } from './itemPlace';
import { meddlingOf } from './meddling';
import { reviewByExecutor } from './review';
import { trailersOf } from './trailers';

/** Enters a state with what is to be said of it. */
const enter = (
  context: RunContext,
  { item, attempt }: ItemPlace,
  event: RecordedState,
  details: ItemDetails = {},
) => context.tell({ event, item: item.id, attempt, ...details });

/**
 * From what an executor left to where it waits to land: everything is committed, there is something, the gates are
 * green, and whoever has to look has looked. To be done again from its beginning where it was interrupted.
 */
export const finishItem = async (context: RunContext, place: ItemPlace): Promise<void> => {
  const head = await commitWork(context, place);
  if (head !== undefined) await verifyItem(context, place, head);
};

/** Commits everything. Resolves to the commit, or to undefined after it has told why no commit can land. */
const commitWork = async (context: RunContext, place: ItemPlace): Promise<string | undefined> => {
  const { item } = place;
  // everything that worked there has ended
  await removeLeftLocks(place.worktree);
  const message = messageWith(
    `${item.id}: Attempt ${place.attempt} - ${item.title}`,
    '',
    trailersOf(context, place),
  );
  const committed = await commitAll(place.worktree, place.branch, message);
  const failed = async (error: string): Promise<undefined> => {
    const pinned = await pinWork(context, place);
    await enter(context, place, 'failed', { error, ...(pinned !== undefined && { pinned }) });
  };
  if (!committed.ok) return failed(committed.error.message);
  switch (committed.value.kind) {
    case 'refused':
      return failed(`The commit was refused: ${committed.value.output}`);
    case 'unmerged':
      return failed(`It left conflicts in ${committed.value.paths.join(', ')}.`);
    case 'elsewhere':
      return failed(`It switched away from the branch ${place.branch}.`);
    default:
      break;
  }
  const head = await commitOf(place.worktree, 'HEAD');
  if (!head.ok || head.value === undefined)
    return failed(head.ok ? 'There is no commit.' : head.error.message);
  return describeWork(context, place, head.value, failed);
};

/** Writes down what was done; nothing at all is an end of its own. */
const describeWork = async (
  context: RunContext,
  place: ItemPlace,
  head: string,
  failed: (error: string) => Promise<undefined>,
): Promise<string | undefined> => {
  const { top } = context.settings;
  const record = recordOf(context.state, place.item.id);
  const pinned = await pin(top, pinRef(place.run, place.item.id, place.attempt), head);
  if (!pinned.ok) return failed(pinned.error.message);
  const base = record?.base ?? head;
  const [own, changed, commits] = [
    await changedBetween(top, record?.from ?? base, head),
    await changedBetween(top, base, head),
    await commitsBetween(top, base, head),
  ];
  if (!own.ok) return failed(own.error.message);
  if (!changed.ok) return failed(changed.error.message);
  if (!commits.ok) return failed(commits.error.message);
  const isContinued = record?.from !== base && place.attempt > 1;
  if (own.value.created.length + own.value.modified.length === 0 && !isContinued) {
    const denials = record?.denials ?? [];
    await enter(context, place, 'nothing-done', {
      error:
        denials.length > 0
          ? `Nothing was changed: it was denied ${denials.join(', ')}.`
          : 'Nothing was changed.',
      final: denials.length > 0,
    });
    return undefined;
  }
  await enter(context, place, 'verifying', { head, commits: commits.value, ...changed.value });
  return head;
};

/** Proves the result of an attempt in its worktree, then sees to its review. */
export const verifyItem = async (context: RunContext, place: ItemPlace, head: string): Promise<void> => {
  const { top } = context.settings;
  const gates = gatesFor(context.settings, place.item.id);
  const tree = await treeOf(top, head);
  if (!tree.ok) return enter(context, place, 'failed', { error: tree.error.message });
  const record = recordOf(context.state, place.item.id);
  const results = await runGates(
    gates.map((gate) => commandFor(gate, place, record?.base ?? '')),
    await itemStep(context, place),
    tree.value,
  );
  const meddling = await meddlingOf(context, place);
  const red = results.find(({ ok }) => !ok);
  if (red) {
    const isUnwanted = context.signalOf(place.item.id).aborted;
    const denials = record?.denials ?? [];
    const state = isUnwanted ? 'cancelled' : denials.length > 0 ? 'denied' : 'gate-red';
    const because = denials.length > 0 ? ` It was denied ${denials.join(', ')}.` : '';
    const error = [`${gateWords(red)}.${because}`, meddling].filter(Boolean).join(' ');
    return enter(context, place, state, { gates: results, error });
  }
  if (meddling !== undefined) {
    return enter(context, place, 'waiting', { gates: results, error: meddling });
  }
  await reviewItem(context, place, { head, results });
};

const reviewItem = async (
  context: RunContext,
  place: ItemPlace,
  { head, results }: { readonly head: string; readonly results: readonly GateResult[] },
): Promise<void> => {
  const review = context.state.head?.review;
  const { reviewer } = context.settings;
  if (review === 'agent' && reviewer) {
    // written down before the review, which may be long
    await enter(context, place, 'verifying', { gates: results });
    return reviewByExecutor(context, place, reviewer);
  }
  if (review === 'person' || review === 'agent') {
    return enter(context, place, 'waiting', { gates: results });
  }
  const approved = review === 'gates' ? await approveByGates(context, place, head, results) : head;
  if (approved === undefined) return;
  await enter(context, place, 'queued-to-land', { gates: results, head: approved });
};

/** Writes the approval that green gates are; answers the commit that holds it. */
const approveByGates = async (
  context: RunContext,
  place: ItemPlace,
  head: string,
  results: readonly GateResult[],
): Promise<string | undefined> => {
  const { item, attempt, worktree } = place;
  const written = await context.prompts.approve({
    item: item.id,
    attempt,
    worktree,
    reviewer: `the gates of run ${place.run}, attempt ${attempt}`,
    text: approvalText(head, results),
  });
  const failed = async (error: string): Promise<undefined> => {
    await enter(context, place, 'failed', { error, gates: results });
  };
  if (!written.ok) return failed(written.error.message);
  if (written.value === undefined) return head;
  const message = messageWith(`${item.id}: Approve - ${item.title}`, '', trailersOf(context, place));
  const committed = await commitAll(worktree, place.branch, message);
  if (!committed.ok) return failed(committed.error.message);
  if (committed.value.kind === 'nothing') return head;
  if (committed.value.kind !== 'committed') return failed('The approval cannot be committed.');
  const pinned = await pin(context.settings.top, pinRef(place.run, item.id, attempt), committed.value.commit);
  return pinned.ok ? committed.value.commit : failed(pinned.error.message);
};

const approvalText = (head: string, results: readonly GateResult[]): string =>
  [
    `Commit ${head} was proved by:`,
    '',
    ...results.map(
      ({ command, exit, seconds }) => `- \`${commandText(command)}\`: exit code ${exit}, ${seconds} s`,
    ),
  ].join('\n');
