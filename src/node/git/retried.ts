import { setTimeout as pause } from 'node:timers/promises';
import type { Result } from '../../shared/result';
import type { UserError } from '../../shared/userError';
import { type GitCall, type GitOutput, git } from './command';

const TRIES = 6;
const FIRST_PAUSE_MS = 20;

/** Runs git again where another process holds a lock at this moment: six times in all, over about a second. */
export const gitPastLocks = async (
  args: readonly string[],
  call: GitCall,
): Promise<Result<GitOutput, UserError>> => {
  for (let tries = 1; ; tries++) {
    const done = await git(args, call);
    if (!done.ok || !isLocked(done.value) || tries === TRIES) return done;
    await pause(FIRST_PAUSE_MS * 2 ** tries);
  }
};

/** Whether git gave up because a lock was in its way; in every language it names the file. */
const isLocked = ({ code, err }: GitOutput): boolean => code !== 0 && /\.lock\b|could not lock/.test(err);
