import { readFile } from 'node:fs/promises';
import type { ItemRecord } from '../../../engine/run/state';
import { textIn } from '../../git/changedFiles';
import { pathInGit } from '../../git/repository';
import type { ReviewFile } from '../context';

/**
 * Whether a review is no answer of a person: a FIX file was the task of the attempt, whose executor left it where it
 * was, or the executor has written an APPROVED file for itself.
 */
export const isOfExecutor = async (
  { says, path }: ReviewFile,
  checkout: string,
  { from, head }: Pick<ItemRecord, 'from' | 'head'>,
): Promise<boolean> => {
  if (from === undefined) return false;
  const inGit = pathInGit(checkout, path);
  const now = await readFile(path, 'utf8').catch(() => undefined);
  const isAsIn = async (commit: string): Promise<boolean> =>
    now !== undefined && (await textIn(checkout, commit, inGit)) === now;
  if (says === 'fix') return isAsIn(from);
  return head !== undefined && (await isAsIn(head)) && !(await isAsIn(from));
};
