import { fail, ok, type Result } from '../../shared/result';
import type { UserError } from '../../shared/userError';
import { git, refused } from './command';

/** What a merge would give. */
export type Merge =
  | { readonly kind: 'clean'; readonly tree: string }
  | {
      readonly kind: 'conflict';
      readonly paths: readonly string[];
      /** A line for each conflict, in git's words. */
      readonly messages: readonly string[];
    };

/**
 * Merges two commits without a checkout: the tree, or the paths that conflict. Fails where git could not try, which is
 * neither: no such commit, no common history, a broken repository.
 */
export const mergeTrees = async (
  top: string,
  ours: string,
  theirs: string,
): Promise<Result<Merge, UserError>> => {
  const args = ['merge-tree', '--write-tree', '-z', '--name-only', '--messages', ours, theirs];
  const done = await git(args, { cwd: top });
  if (!done.ok) return done;
  const merge = done.value.code <= 1 ? mergeIn(done.value.out, done.value.code === 0) : undefined;
  return merge ? ok(merge) : fail(refused(args, done.value));
};

/** Reads what `git merge-tree -z --name-only --messages` prints; undefined where it is something else. */
export const mergeIn = (text: string, isClean: boolean): Merge | undefined => {
  const fields = text.split('\0');
  const [tree = ''] = fields;
  if (!HASH.test(tree)) return undefined;
  if (isClean) return { kind: 'clean', tree };
  const end = fields.indexOf('', 1);
  return { kind: 'conflict', paths: fields.slice(1, end), messages: messagesIn(fields.slice(end + 1)) };
};

export const HASH = /^[\da-f]{40,64}$/;

/** Each message is a count of paths, the paths, its kind, and its text. Only conflicts are told. */
const messagesIn = (fields: readonly string[]): readonly string[] => {
  const messages: string[] = [];
  for (let at = 0; at < fields.length; ) {
    const paths = Number(fields[at]);
    if (fields[at] === '' || !Number.isInteger(paths)) break;
    const text = fields[at + paths + 2] ?? '';
    if (text.startsWith('CONFLICT')) messages.push(text.trim());
    at += paths + 3;
  }
  return messages;
};
