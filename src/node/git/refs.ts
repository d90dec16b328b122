import { fail, ok, type Result } from '../../shared/result';
import type { UserError } from '../../shared/userError';
import { refused } from './command';
import { commitOf } from './commits';
import { gitPastLocks } from './retried';

/** Whether a ref was moved, or stood elsewhere by then: `at` is the commit there, undefined for no such ref. */
export type Moved = { readonly kind: 'moved' } | { readonly kind: 'lost'; readonly at: string | undefined };

/**
 * Moves a ref from one commit to another, compare and swap: of two that move it at the same time, one loses.
 *
 * @param ref in full (`refs/heads/plan/shop`)
 * @param from where it must stand; undefined where it must not exist
 * @param to undefined removes it
 * @param why for the log of the ref; not empty
 */
export const moveRef = async (
  top: string,
  ref: string,
  from: string | undefined,
  to: string | undefined,
  why: string,
): Promise<Result<Moved, UserError>> => {
  if (from === undefined && to === undefined) return ok({ kind: 'moved' });
  const none = '0'.repeat((from ?? to ?? '').length);
  const args =
    to === undefined
      ? ['update-ref', '--no-deref', '-m', why, '-d', ref, from ?? none]
      : ['update-ref', '--no-deref', '-m', why, ref, to, from ?? none];
  const done = await gitPastLocks(args, { cwd: top });
  if (!done.ok) return done;
  if (done.value.code === 0) return ok({ kind: 'moved' });
  const at = await commitOf(top, ref);
  if (!at.ok) return at;
  return at.value === from ? fail(refused(args, done.value)) : ok({ kind: 'lost', at: at.value });
};
