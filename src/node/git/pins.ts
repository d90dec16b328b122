import { fail, ok, type Result } from '../../shared/result';
import { UserError } from '../../shared/userError';
import { gitText } from './command';
import { isAncestor } from './commits';
import { moveRef } from './refs';

/** Where the commits of runs are pinned: refs that no branch, tag or push shows, and that keep commits from git's gc. */
export const PINS = 'refs/parallel-plans';

/** More names, or other processes that are quicker, than any run has. */
const MOST_TRIES = 200;

/** The ref for one attempt at one item of a run. Two attempts never share one. */
export const pinRef = (run: string, item: string, attempt: number): string =>
  [PINS, refPart(run), refPart(item), String(attempt)].join('/');

/** A text as one part of a ref name; different texts give different parts. */
export const refPart = (text: string): string =>
  text
    .replace(/[^\w.-]/gu, (character) => `=${character.codePointAt(0)?.toString(16)}=`)
    .replace(/^\.|\.(?=\.)|\.$|\.(?=lock$)/g, '=2e=') || '=';

/**
 * Pins a commit. What the ref pins already stays pinned: where the new commit does not hold it, the next free name
 * (`…/1-2`) is used. Answers the ref that holds the commit.
 */
export const pin = async (top: string, ref: string, commit: string): Promise<Result<string, UserError>> => {
  let number = 1;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const name = number === 1 ? ref : `${ref}-${number}`;
    const pinned = await pinAt(top, name, commit);
    if (!pinned.ok) return pinned;
    if (pinned.value === 'pinned') return ok(name);
    if (pinned.value === 'taken') number++;
  }
  return fail(new UserError(`${commit} cannot be pinned under ${ref}: another process keeps moving it`));
};

const pinAt = async (
  top: string,
  ref: string,
  commit: string,
): Promise<Result<'pinned' | 'taken' | 'lost', UserError>> => {
  const pins = await listPins(top, ref);
  if (!pins.ok) return pins;
  const before = pins.value.get(ref);
  if (before !== undefined) {
    const holds = await isAncestor(top, commit, before);
    if (!holds.ok) return holds;
    if (holds.value) return ok('pinned');
    const isHeld = await isAncestor(top, before, commit);
    if (!isHeld.ok) return isHeld;
    if (!isHeld.value) return ok('taken');
  }
  const moved = await moveRef(top, ref, before, commit, 'pinned by a run');
  if (!moved.ok) return moved;
  return ok(moved.value.kind === 'moved' ? 'pinned' : 'lost');
};

/** Pinned commits by their refs: all, or those of some refs, of what is below them, or of patterns (`…/1-*`). */
export const listPins = async (
  top: string,
  ...patterns: readonly string[]
): Promise<Result<ReadonlyMap<string, string>, UserError>> => {
  const said = await gitText(
    ['for-each-ref', '--format=%(objectname) %(refname)', ...(patterns.length > 0 ? patterns : [PINS])],
    { cwd: top },
  );
  if (!said.ok) return said;
  return ok(
    new Map(
      said.value
        .split('\n')
        .filter((line) => line !== '')
        .map((line): [string, string] => [
          line.slice(line.indexOf(' ') + 1),
          line.slice(0, line.indexOf(' ')),
        ]),
    ),
  );
};
