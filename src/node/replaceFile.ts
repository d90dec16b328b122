import { chmod, readFile, realpath, rename, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { fail, ok, type Result } from '../shared/result';
import { UserError } from '../shared/userError';
import { type FileContent, reasonOf, throughDraft } from './createFile';
import { pathOfUri } from './diskFiles';
import { isBelow } from './walk';

/** A file to give another text. */
export interface FileToReplace {
  readonly uri: string;
  /** What it is known to say, without a byte order mark. */
  readonly before: string;
  readonly content: string;
}

const MARK = '\ufeff';

/**
 * Gives a file another text, whole or not at all; its byte order mark and its permissions stay. Fails where it says
 * something else than `before` by now, is no UTF-8, or lies outside `rootUri`, links resolved.
 */
export const replaceFile = async (
  { uri, before, content }: FileToReplace,
  rootUri: string,
): Promise<Result<void, UserError>> => {
  const given = pathOfUri(uri);
  const root = pathOfUri(rootUri);
  if (given === undefined || root === undefined) return fail(new UserError(`${uri} is not on this disk`));
  try {
    const path = await realpath(given);
    if (!isBelow(await realpath(root), path)) {
      return fail(new UserError(`${basename(given)} leads outside the workspace, where nothing is written`));
    }
    const bytes = await readFile(path);
    const mark = [MARK, ''].find((each) => bytes.equals(Buffer.from(each + before)));
    if (mark === undefined) {
      return fail(new UserError(`${basename(given)} has changed meanwhile and was left as it is`));
    }
    await writeOver(path, mark + content);
    return ok(undefined);
  } catch (error) {
    return fail(new UserError(reasonOf(error, given), { cause: error }));
  }
};

/** Gives a file that exists this content, whole or not at all; its permissions stay. */
export const writeOver = (path: string, content: FileContent): Promise<void> =>
  throughDraft(path, content, async (draft) => {
    await chmod(draft, (await stat(path)).mode);
    await rename(draft, path);
  });
