import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { namePart } from '../../../engine/run/branches';
import type { GateResult, ItemDetails } from '../../../engine/run/event';
import type { Command } from '../../../engine/run/item';
import type { ItemRecord } from '../../../engine/run/state';
import { ok, type Result } from '../../../shared/result';
import type { UserError } from '../../../shared/userError';
import { commitTree, messageWith } from '../../git/commits';
import { mergeTrees } from '../../git/mergeTrees';
import { pinRef } from '../../git/pins';
import { removeWorktree } from '../../git/removeWorktree';
import { addVerifyWorktree, moveVerifyWorktree } from '../../git/verifyWorktree';
import { copyIncluded } from '../../git/worktreeInclude';
import type { RunContext } from '../context';
import { gatesFor } from '../record/settings';
import { gateWords, runGates, setUpIn } from './gates';
import { commandFor, type ItemPlace } from './itemPlace';
import { trailersOf } from './trailers';
import { placeOf } from './work';

/** More other landings in between than one lane has. */
const MOST_TRIES = 20;

/**
 * Lands a result on the integration branch: merged without a checkout, proved on exactly the merged tree, moved to by
 * compare and swap. It was written down that it is landing. Nothing of the person's checkout is touched.
 */
export const landItem = async (context: RunContext, record: ItemRecord): Promise<void> => {
  const place = placeOf(context, record.item, record.attempt);
  const enter = (
    event: 'landing' | 'landed' | 'conflict' | 'gate-red' | 'failed' | 'queued-to-land',
    details: ItemDetails = {},
  ) => context.tell({ event, item: record.item.id, attempt: record.attempt, ...details });
  // of what was worked on elsewhere nothing is here yet
  await mkdir(place.folder, { recursive: true });
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const landed = await landOnce(context, record, place);
    if (!landed.ok) return enter('failed', { error: `It could not be landed: ${landed.error.message}` });
    const end = landed.value;
    if (end.kind === 'lost') continue;
    if (end.kind === 'unwanted') return enter('queued-to-land');
    const { kind, ...details } = end;
    await enter(kind, details);
    if (kind === 'landed') await tidyUp(context, place, end.landed);
    return;
  }
  await enter('failed', { error: 'It could not land, because other processes keep moving the branch.' });
};

type LandEnd =
  | { readonly kind: 'lost' | 'unwanted' }
  | ({ readonly kind: 'landed'; readonly landed: string } & ItemDetails)
  | ({ readonly kind: 'conflict' | 'gate-red' } & ItemDetails);

const landOnce = async (
  context: RunContext,
  record: ItemRecord,
  place: ItemPlace,
): Promise<Result<LandEnd, UserError>> => {
  const { top } = context.settings;
  const head = record.head ?? '';
  const tip = await context.lane.tip();
  if (!tip.ok) return tip;
  const merge = await mergeTrees(top, tip.value, head);
  if (!merge.ok) return merge;
  if (merge.value.kind === 'conflict') {
    const { paths } = merge.value;
    const others = othersIn(context, record, paths);
    const words = others.length > 0 ? ` by ${others.join(', ')}` : '';
    return ok({
      kind: 'conflict',
      paths,
      with: others,
      error: `It cannot be merged: ${paths.join(', ')} changed${words} meanwhile.`,
    });
  }
  const { tree } = merge.value;
  const message = messageWith(`${record.item.id}: Complete - ${record.item.title}`, '', {
    ...trailersOf(context, place),
    'Plan-Base': record.base ?? '',
    'Plan-Gates': gatesFor(context.settings, record.item.id).length > 0 ? `${tree} ok` : 'none',
  });
  const commit = await commitTree(top, { tree, parents: [tip.value, head], message });
  if (!commit.ok) return commit;
  const proved = await prove(context, { commit: commit.value, tree, record, place });
  if (!proved.ok) return proved;
  const red = proved.value.find((gate) => !gate.ok);
  if (red) {
    if (context.signalOf(record.item.id).aborted) return ok({ kind: 'unwanted' });
    const others = othersIn(context, record);
    const pair = others.length > 0 ? ` together with ${others.join(', ')}` : '';
    return ok({
      kind: 'gate-red',
      gates: proved.value,
      with: others,
      error: `Alone it is green; on the merged tree${pair}, ${gateWords(red)}.`,
    });
  }
  const moved = await context.lane.move(tip.value, commit.value, `landed ${record.item.id}`);
  if (!moved.ok) return moved;
  return ok(moved.value.kind === 'lost' ? { kind: 'lost' } : { kind: 'landed', landed: commit.value });
};

/** What landed since this item began: with some paths only those that changed one of them too. */
const othersIn = ({ state }: RunContext, record: ItemRecord, paths?: readonly string[]): readonly string[] =>
  state.items
    .filter(
      (other) =>
        other.state === 'landed' &&
        (other.changedAt ?? 0) >= (record.startedAt ?? 0) &&
        (!paths ||
          [...(other.created ?? []), ...(other.modified ?? [])].some((path) => paths.includes(path))),
    )
    .map(({ item }) => item.id);

interface Proof {
  readonly commit: string;
  readonly tree: string;
  readonly record: ItemRecord;
  readonly place: ItemPlace;
}

/** Runs the gates on exactly a commit; a tree on which they were green before needs no other proof. */
const prove = async (
  context: RunContext,
  { commit, tree, record, place }: Proof,
): Promise<Result<readonly GateResult[], UserError>> => {
  const inGates = { ...place, worktree: gatesFolder(context) };
  const gates = gatesFor(context.settings, record.item.id).map((gate) =>
    commandFor(gate, inGates, record.base ?? ''),
  );
  const isProved = (gate: Command): boolean =>
    context.state.items.some(({ gates: before = [] }) =>
      before.some((each) => each.ok && each.tree === tree && isSame(each.command, gate)),
    );
  if (gates.every(isProved)) return ok([]);
  return proveCommit(context, {
    gates,
    commit,
    tree,
    log: place.log,
    signal: context.signalOf(record.item.id),
  });
};

const isSame = (one: Command, other: Command): boolean => JSON.stringify(one) === JSON.stringify(other);

export interface ProofRequest {
  readonly gates: readonly Command[];
  readonly commit: string;
  readonly tree: string;
  readonly log: string;
  readonly signal: AbortSignal;
}

/** The checkout in which the gates of a run prove what is no item's own. */
export const gatesFolder = ({ settings, folder }: RunContext): string =>
  join(settings.worktrees, namePart(folder.run), '_gates');

/** Marks what runs there. */
export const gatesTag = ({ settings }: RunContext): string => `${settings.mark}:gates`;

/** Runs gates in a checkout of exactly a commit, which is set up once and then moved from commit to commit. */
export const proveCommit = async (
  context: RunContext,
  { gates, commit, tree, log, signal }: ProofRequest,
): Promise<Result<readonly GateResult[], UserError>> => {
  const { settings, folder } = context;
  const path = gatesFolder(context);
  const step = {
    cwd: path,
    log,
    variables: { PLAN_RUN: folder.run, PLAN_WORKTREE: path },
    signal,
    tag: gatesTag(context),
  };
  if (existsSync(path)) {
    const moved = await moveVerifyWorktree(settings.top, path, commit);
    if (!moved.ok) return moved;
  } else {
    const made = await addVerifyWorktree(settings.top, path, commit);
    if (!made.ok) return made;
    const included = await copyIncluded(settings.top, path);
    if (!included.ok) return included;
    const setUp = await setUpIn(settings.setup, step);
    if (!setUp.ok) return setUp;
  }
  return ok(await runGates(gates, step, tree));
};

/** The worktree of what has landed goes, if nothing is lost with it; its branch stays. */
const tidyUp = async (context: RunContext, place: ItemPlace, landed: string): Promise<void> => {
  // it was worked on elsewhere
  if (!existsSync(place.worktree)) return;
  const removed = await removeWorktree(context.settings.top, place.worktree, {
    landedIn: landed,
    pin: pinRef(place.run, place.item.id, place.attempt),
  });
  if (!removed.ok) context.note(`${place.item.id}: ${removed.error.message}`);
  else if (removed.value.kind === 'kept') {
    context.note(`${place.item.id}: its worktree is kept: ${removed.value.why}`);
  }
};
