import { fail, ok, type Result } from '../../shared/result';
import { UserError } from '../../shared/userError';
import { type GitVariables, gitText, refused } from './command';
import { HASH } from './mergeTrees';
import type { Moved } from './refs';
import { gitPastLocks } from './retried';

/** Programs that know how to reach a remote, where the environment names them. */
const REACHING = ['GIT_SSH', 'GIT_SSH_COMMAND', 'GIT_ASKPASS', 'SSH_ASKPASS'];

const reaching = (): GitVariables =>
  Object.fromEntries(
    REACHING.flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value] as const];
    }),
  );

/** Whether a repository lacks the beginning of its history. */
export const isShallow = async (top: string): Promise<Result<boolean, UserError>> => {
  const said = await gitText(['rev-parse', '--is-shallow-repository'], { cwd: top });
  return said.ok ? ok(said.value === 'true') : said;
};

/**
 * The commits of refs of a remote, by their full names; those that it does not have are left out. Nothing is fetched.
 *
 * @param patterns full names, or with `*` at their ends
 */
export const remoteRefs = async (
  top: string,
  remote: string,
  patterns: readonly string[],
): Promise<Result<ReadonlyMap<string, string>, UserError>> => {
  const said = await gitText(['ls-remote', '--refs', '--', remote, ...patterns], {
    cwd: top,
    env: reaching(),
  });
  if (!said.ok) return fail(unreachable(remote, said.error));
  return ok(
    new Map(
      said.value.split('\n').flatMap((line): readonly (readonly [string, string])[] => {
        const [hash = '', ref = ''] = line.split('\t');
        return HASH.test(hash) ? [[ref, hash]] : [];
      }),
    ),
  );
};

/**
 * Brings refs of a remote here, under other names; what was there under these names before is replaced, and removed
 * where the remote no longer has it.
 *
 * @param refs pairs of full names there and here, both with `*` at their ends or neither
 */
export const fetchRefs = async (
  top: string,
  remote: string,
  refs: readonly (readonly [there: string, here: string])[],
): Promise<Result<void, UserError>> => {
  const specs = refs.map(([there, here]) => `+${there}:${here}`);
  const args = ['fetch', '--quiet', '--no-tags', '--prune', '--no-write-fetch-head', '--', remote, ...specs];
  const done = await gitPastLocks(args, { cwd: top, env: reaching() });
  if (!done.ok) return done;
  return done.value.code === 0 ? ok(undefined) : fail(unreachable(remote, refused(args, done.value)));
};

const unreachable = (remote: string, { message }: UserError): UserError =>
  new UserError(`${remote} cannot be read: ${message}`);

/**
 * Moves a ref of a remote, compare and swap as `moveRef` does it here: of two that move it at the same time, one loses.
 * Fails where the remote refuses, or cannot be reached.
 *
 * @param from where it must stand; undefined where it must not exist
 */
export const pushRef = async (
  top: string,
  remote: string,
  { ref, from, to }: { readonly ref: string; readonly from: string | undefined; readonly to: string },
): Promise<Result<Moved, UserError>> => {
  const args = ['push', '--quiet', `--force-with-lease=${ref}:${from ?? ''}`, '--', remote, `${to}:${ref}`];
  const done = await gitPastLocks(args, { cwd: top, env: reaching() });
  if (!done.ok) return done;
  if (done.value.code === 0) return ok({ kind: 'moved' });
  const there = await remoteRefs(top, remote, [ref]);
  if (!there.ok) return there;
  const at = there.value.get(ref);
  return at === from
    ? fail(new UserError(`${remote} refused the push to ${ref}: ${lastWords(refused(args, done.value))}`))
    : ok({ kind: 'lost', at });
};

/** What the remote says stands behind what git says of its own command. */
const lastWords = ({ message }: UserError): string => message.replace(/^.*?\(exit code \d+\): /s, '').trim();
