import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { stateFolder } from '../../creationJournal';
import { writeWhole } from '../writeWhole';

/** The mark by which a person says that they have seen what a repository wants to have run. */
export const trustHash = (text: string): string => createHash('sha256').update(text).digest('hex');

const trustFile = (): string =>
  join(stateFolder(process.env, process.platform, homedir()), 'trusted-commands.json');

/** Most marks that are kept; older ones are asked for again. */
const MOST = 1_000;

/** Whether a person has said so before, of the repository at `top`. */
export const isTrusted = async (top: string, hash: string): Promise<boolean> =>
  (await marks()).includes(markOf(top, hash));

/** Remembers that a person has said so. */
export const trust = async (top: string, hash: string): Promise<void> => {
  const before = await marks();
  const mark = markOf(top, hash);
  if (before.includes(mark)) return;
  const file = trustFile();
  await mkdir(join(file, '..'), { recursive: true });
  await writeWhole(file, `${JSON.stringify([...before, mark].slice(-MOST), undefined, 1)}\n`);
};

/** Trust is one of a place: the same commands elsewhere run other programs. */
const markOf = (top: string, hash: string): string => `${hash} ${top}`;

const marks = async (): Promise<readonly string[]> => {
  try {
    const value: unknown = JSON.parse(await readFile(trustFile(), 'utf8'));
    return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
  } catch {
    // nobody trusted anything yet
    return [];
  }
};
