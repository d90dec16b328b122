import { existsSync } from 'node:fs';
import { itemBranch } from '../../engine/run/branches';
import { type ItemRecord, isDone, recordOf } from '../../engine/run/state';
import { orThrow } from '../../shared/result';
import { git, gitText } from '../git/command';
import { commitOf } from '../git/commits';
import { landedIn } from '../git/runCommits';
import type { RunContext } from './context';
import { pinWork } from './item/badEnd';
import { placeOf } from './item/work';

/**
 * Writes down what a journal does not say, because its runner was killed in between or its end was lost with a disk:
 * what was done before the run, what it has landed, and attempts that were begun.
 */
export const tellWhatGitHolds = async (context: RunContext): Promise<void> => {
  await tellDone(context);
  await tellLanded(context);
  await tellBegun(context);
};

const openIn = ({ state }: RunContext): readonly ItemRecord[] =>
  state.items.filter((record) => !isDone(record));

const tellDone = async (context: RunContext): Promise<void> => {
  for (const { id, evidence } of context.settings.done ?? []) {
    if (recordOf(context.state, id)?.state !== 'open') continue;
    await context.tell({ event: 'skipped', item: id, attempt: 0, evidence });
  }
};

/** Only what came after the beginning of the run: an earlier one may have had its name. */
const tellLanded = async (context: RunContext): Promise<void> => {
  const { settings, state, folder } = context;
  const { head } = state;
  const ref = `refs/heads/${head?.branch}`;
  if (!head || orThrow(await commitOf(settings.top, ref)) === undefined) return;
  const found = orThrow(await landedIn(settings.top, `${head.base}..${ref}`, head.plan));
  for (const { item, attempt, state: said } of openIn(context)) {
    const landed = found.get(item.id);
    if (landed?.run !== folder.run) continue;
    await context.tell({
      event: 'landed',
      item: item.id,
      attempt: Math.max(attempt, landed.attempt),
      landed: landed.commit,
    });
    // between a landing and the line of it lies a moment only
    if (said !== 'landing')
      context.note(`${item.id} has landed as ${landed.commit.slice(0, 12)}, which the journal did not say.`);
  }
};

/** So many attempts are looked for behind the last one that the journal tells of. */
const LATER_ATTEMPTS = 20;

/** Attempts that have a branch already: a next one needs another name, and goes on from their work. */
const tellBegun = async (context: RunContext): Promise<void> => {
  const { settings, folder, state } = context;
  const pattern = ['for-each-ref', '--format=%(refname:lstrip=2)', 'refs/heads/plan-items'];
  const branches = new Set(orThrow(await gitText(pattern, { cwd: settings.top })).split('\n'));
  for (const record of openIn(context)) {
    const { id } = record.item;
    const attempt = Array.from({ length: LATER_ATTEMPTS }, (_, at) => record.attempt + 1 + at).findLast(
      (number) => branches.has(itemBranch(folder.run, id, number)),
    );
    if (attempt === undefined) continue;
    const place = placeOf(context, record.item, attempt);
    const kept = existsSync(place.worktree) ? await pinWork(context, place) : undefined;
    const pinned = kept ?? orThrow(await commitOf(settings.top, `refs/heads/${place.branch}`));
    const base = await git(['merge-base', pinned ?? place.branch, `refs/heads/${state.head?.branch}`], {
      cwd: settings.top,
    });
    await context.tell({
      event: 'interrupted',
      item: id,
      attempt,
      error: 'The journal does not tell how this attempt went on.',
      ...(pinned !== undefined && { pinned }),
      ...(base.ok && base.value.code === 0 && { base: base.value.out.trim() }),
    });
    context.note(`${id}: attempt ${attempt} had begun, which the journal did not say. Its work is kept.`);
  }
};
