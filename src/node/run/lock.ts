import { createHash, randomUUID } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { fail, ok, type Result } from '../../shared/result';
import { UserError } from '../../shared/userError';
import { writeNew } from '../createFile';
import { identityIn, ownIdentity, type ProcessIdentity, stateOf } from './identity';
import { writeWhole } from './writeWhole';

/** What a lock file says of its holder. */
export interface LockHolder extends ProcessIdentity {
  /** Tells this holding from every other one. */
  readonly nonce: string;
  /** The run that it is held for. */
  readonly run: string;
  /** Version of the program. */
  readonly version: string;
}

export interface Lock {
  readonly holder: LockHolder;
  /** Whether the file still says so: before something that must not happen twice. */
  isHeld(): Promise<boolean>;
  /** Lets go; nothing where another one holds it by now. */
  release(): Promise<void>;
}

/** Why there is no lock to be had; without a holder, the file says nothing that can be read. */
export class LockHeld extends UserError {
  constructor(
    message: string,
    readonly holder: LockHolder | undefined,
  ) {
    super(message);
  }
}

export interface LockOptions {
  readonly run: string;
  readonly version: string;
  /** Takes it also from a holder of which nobody can say whether it goes on; never from one that does. */
  readonly force?: boolean;
}

/**
 * Takes a lock for this process, as long as it goes on: no time ends it, so a computer may sleep. Its folder exists. A
 * lock is taken over from a process that has ended. Of many that want it at the same time one gets it. One file for
 * each plan, so that no plan has two runs and no run two runners.
 */
export const takeLock = async (path: string, options: LockOptions): Promise<Result<Lock, LockHeld>> => {
  const { run, version, force = false } = options;
  const mine: LockHolder = { ...(await ownIdentity()), nonce: randomUUID(), run, version };
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    if (await isNew(path, mine)) return ok(lockOf(path, mine));
    const text = await textOf(path);
    if (text === undefined) continue;
    const holder = holderIn(text);
    const state = holder ? await stateOf(holder) : 'unknown';
    if (state === 'running' || (state === 'unknown' && !force)) return fail(heldBy(holder, path));
    const taken = await takeOver(path, text, mine, options);
    if (!taken.ok) return taken;
    if (taken.value) return ok(lockOf(path, mine));
  }
  return fail(new LockHeld(`other processes keep taking and releasing ${path}`, undefined));
};

/** Who holds a lock, going on or not; undefined where nobody does, or the file cannot be understood. */
export const readLock = async (path: string): Promise<LockHolder | undefined> => {
  const text = await textOf(path);
  return text === undefined ? undefined : holderIn(text);
};

const MOST_TRIES = 20;

/**
 * Puts our file in the place of the one that says `text`; false where it says something else by now. Whoever does so
 * holds a lock of its own for exactly this text, so nobody can take the file of one who was quicker for the old one.
 */
const takeOver = async (
  path: string,
  text: string,
  mine: LockHolder,
  options: LockOptions,
): Promise<Result<boolean, LockHeld>> => {
  const claim = await takeLock(
    `${path}.${createHash('sha256').update(text).digest('hex').slice(0, 16)}`,
    options,
  );
  if (!claim.ok) return claim;
  try {
    if ((await textOf(path)) !== text) return ok(false);
    await writeWhole(path, textFor(mine));
    return ok((await readLock(path))?.nonce === mine.nonce);
  } finally {
    await claim.value.release();
  }
};

const lockOf = (path: string, mine: LockHolder): Lock => {
  const isHeld = async (): Promise<boolean> => (await readLock(path))?.nonce === mine.nonce;
  return {
    holder: mine,
    isHeld,
    release: async () => {
      if (await isHeld()) await rm(path, { force: true });
    },
  };
};

const heldBy = (holder: LockHolder | undefined, path: string): LockHeld => {
  if (!holder) return new LockHeld(`${path} is not a readable lock; remove it if nothing runs`, undefined);
  const { run, pid, host } = holder;
  return new LockHeld(
    `run ${run} of this plan is still running (process ${pid} on ${host || 'this machine'})`,
    holder,
  );
};

const isNew = async (path: string, holder: LockHolder): Promise<boolean> => {
  try {
    await writeNew(path, textFor(holder));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
};

const textFor = (holder: LockHolder): string => `${JSON.stringify(holder)}\n`;

const textOf = async (path: string): Promise<string | undefined> => {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
};

const holderIn = (text: string): LockHolder | undefined => {
  try {
    const value = JSON.parse(text) as Partial<Record<keyof LockHolder, unknown>>;
    const identity = identityIn(value);
    const { nonce, run, version } = value;
    if (!identity || typeof nonce !== 'string') return undefined;
    return { ...identity, nonce, run: String(run), version: String(version) };
  } catch {
    return undefined;
  }
};
