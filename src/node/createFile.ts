import { randomUUID } from 'node:crypto';
import { link, mkdir, open, realpath, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fail, ok, type Result } from '../shared/result';
import { messageOf, UserError } from '../shared/userError';
import { pathOfUri } from './diskFiles';
import { isBelow } from './walk';

/** A file to create. */
export interface FileToCreate {
  readonly uri: string;
  readonly content: string;
}

/**
 * Creates a file that does not exist yet, whole or not at all, with the folders it needs. Never overwrites, not even a
 * file that appears in the very same moment, and never writes outside `rootUri`, links resolved.
 */
export const createFile = async (
  { uri, content }: FileToCreate,
  rootUri: string,
): Promise<Result<void, UserError>> => {
  const path = pathOfUri(uri);
  const root = pathOfUri(rootUri);
  if (path === undefined || root === undefined) return fail(new UserError(`${uri} is not on this disk`));
  try {
    const folder = dirname(path);
    const realRoot = await realpath(root);
    if (!isBelow(root, path) || !isBelow(realRoot, await realNearest(folder))) return outside(path);
    await mkdir(folder, { recursive: true });
    // what stood there may have been replaced by a link meanwhile
    const realFolder = await realpath(folder);
    if (!isBelow(realRoot, realFolder)) return outside(path);
    await writeNew(join(realFolder, basename(path)), content);
    return ok(undefined);
  } catch (error) {
    return fail(new UserError(reasonOf(error, path), { cause: error }));
  }
};

const outside = (path: string): Result<never, UserError> =>
  fail(new UserError(`${dirname(path)} leads outside the workspace, where nothing is written`));

/** Real path of the nearest folder above `folder`, itself included, that exists. */
const realNearest = async (folder: string): Promise<string> => {
  for (let path = folder; ; path = dirname(path)) {
    try {
      return await realpath(path);
    } catch (error) {
      if (codeOf(error) !== 'ENOENT' || path === dirname(path)) throw error;
    }
  }
};

/** The name tells whose it is, so that what a killed process left behind can be told from work that goes on. */
const draftName = (): string => `.parallel-plans-${process.pid}-${randomUUID()}.tmp`;
const DRAFT = /^\.parallel-plans-(\d+)-[\da-f-]{36}\.tmp$/;

/** Whether this is the name of a draft whose process is gone. */
export const isLeftBehind = (name: string): boolean => {
  const owner = DRAFT.exec(name)?.[1];
  return owner !== undefined && !isRunning(Number(owner));
};

const isRunning = (id: number): boolean => {
  try {
    return process.kill(id, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
};

/** Text is written as UTF-8. */
export type FileContent = string | Uint8Array;

/** A hard link appears at once with its whole content and fails where a file of that name exists. */
export const writeNew = async (path: string, content: FileContent): Promise<void> => {
  try {
    await throughDraft(path, content, (draft) => link(draft, path));
  } catch (error) {
    if (syscallOf(error) !== 'link' || !LINKS_UNSUPPORTED.has(codeOf(error) ?? '')) throw error;
    await writeExclusively(path, content);
  }
};

/** What file systems without hard links answer. */
const LINKS_UNSUPPORTED: ReadonlySet<string> = new Set([
  'EPERM',
  'ENOTSUP',
  'EOPNOTSUPP',
  'ENOSYS',
  'EMLINK',
  'UNKNOWN',
]);

/** Writes content into a new file beside `path` and hands that to `place`; whatever happens, no draft is left. */
export const throughDraft = async (
  path: string,
  content: FileContent,
  place: (draft: string) => Promise<void>,
): Promise<void> => {
  const draft = join(dirname(path), draftName());
  try {
    await writeExclusively(draft, content);
    await place(draft);
  } finally {
    await rm(draft, { force: true });
  }
};

/** Writes a file that must not exist, down to the disk; a half-written one is removed. */
const writeExclusively = async (path: string, content: FileContent): Promise<void> => {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(content, 'utf8');
    await file.sync();
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await file.close();
  }
};

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException | undefined)?.code;
const syscallOf = (error: unknown): string | undefined =>
  (error as NodeJS.ErrnoException | undefined)?.syscall;

/** What went wrong with a file, for a person, without a full stop. */
export const reasonOf = (error: unknown, path: string): string => {
  const name = basename(path);
  const folder = dirname(path);
  switch (codeOf(error)) {
    case 'EEXIST':
      return syscallOf(error) === 'mkdir'
        ? `${folder} is a file, not a folder`
        : `${name} exists by now and was left as it is`;
    case 'ENOTDIR':
      return `${folder} cannot be a folder: a file is in its place`;
    case 'ENOENT':
      return `there is no folder ${folder}`;
    case 'EACCES':
    case 'EPERM':
      return `no permission to write in ${folder}`;
    case 'EROFS':
      return `${folder} is on a read-only disk`;
    case 'ENOSPC':
      return 'the disk is full';
    case 'ENAMETOOLONG':
      return `the name ${name} is too long for this disk`;
    case 'ELOOP':
      return `${folder} is a link that leads back to itself`;
    default:
      return messageOf(error);
  }
};
