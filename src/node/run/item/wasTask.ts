import { readFile } from 'node:fs/promises';
import { textIn } from '../../git/changedFiles';
import { pathInGit } from '../../git/repository';
import type { ReviewFile } from '../context';

/**
 * Whether what is to be fixed was the task of an attempt already, whose executor left the file where it was.
 *
 * @param from the commit that the attempt began from
 */
export const wasTask = async (
  { says, path }: ReviewFile,
  checkout: string,
  from: string | undefined,
): Promise<boolean> => {
  if (says !== 'fix' || from === undefined) return false;
  const inGit = pathInGit(checkout, path);
  const known = await textIn(checkout, from, inGit);
  return known !== undefined && known === (await readFile(path, 'utf8').catch(() => undefined));
};
