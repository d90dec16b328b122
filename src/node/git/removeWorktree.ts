import { ok, type Result } from '../../shared/result';
import type { UserError } from '../../shared/userError';
import { git, gitText } from './command';
import { isAncestor } from './commits';
import { listPins } from './pins';
import { serially } from './serially';
import { listWorktrees, worktreeAt } from './worktrees';

/** What came of a worktree that was to be removed; `why` reads on after "it stays: ". */
export type Removed = { readonly kind: 'removed' } | { readonly kind: 'kept'; readonly why: string };

/**
 * Removes a linked worktree of which nothing can be lost: its HEAD has landed in `landedIn` and is held by `pin`, and
 * it has nothing uncommitted. Its branch stays. Git is never forced, so what git objects to keeps it as well.
 *
 * @param landedIn the commit or full ref of the branch that everything lands on
 * @param pin the ref of the attempt, as `pinRef` names it; those that `pin` put beside it count too
 */
export const removeWorktree = (
  top: string,
  path: string,
  { landedIn, pin }: { readonly landedIn: string; readonly pin: string },
): Promise<Result<Removed, UserError>> =>
  serially(top, async () => {
    const all = await listWorktrees(top);
    if (!all.ok) return all;
    const found = worktreeAt(all.value, path);
    if (found?.head === undefined) return kept('it is not a worktree of this repository');
    if (found === all.value[0]) return kept('it is the main checkout');
    const { head } = found;
    for (const why of [
      await notLanded(top, head, landedIn),
      await notPinned(top, head, pin),
      await notClean(path),
    ]) {
      if (!why.ok) return why;
      if (why.value !== undefined) return kept(why.value);
    }
    const removed = await git(['worktree', 'remove', '--', path], { cwd: top });
    if (!removed.ok) return removed;
    return removed.value.code === 0 ? ok({ kind: 'removed' }) : kept(removed.value.err);
  });

const kept = (why: string): Result<Removed, never> => ok({ kind: 'kept', why });

const notLanded = async (
  top: string,
  head: string,
  landedIn: string,
): Promise<Result<string | undefined, UserError>> => {
  const landed = await isAncestor(top, head, landedIn);
  return landed.ok ? ok(landed.value ? undefined : 'its commits have not landed') : landed;
};

const notPinned = async (
  top: string,
  head: string,
  ref: string,
): Promise<Result<string | undefined, UserError>> => {
  const pins = await listPins(top, ref, `${ref}-*`);
  if (!pins.ok) return pins;
  if (pins.value.size === 0) return ok('its commits are not pinned');
  for (const pinned of pins.value.values()) {
    const holds = await isAncestor(top, head, pinned);
    if (!holds.ok) return holds;
    if (holds.value) return ok(undefined);
  }
  return ok('its last commits are not pinned');
};

const notClean = async (path: string): Promise<Result<string | undefined, UserError>> => {
  const args = ['status', '--porcelain', '-z', '--untracked-files=all', '--ignore-submodules=none'];
  const said = await gitText(args, { cwd: path });
  if (!said.ok) return said;
  const count = said.value.split('\0').filter((entry) => entry !== '').length;
  return ok(count === 0 ? undefined : 'it has uncommitted work');
};
