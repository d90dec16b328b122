import { setTimeout as pause } from 'node:timers/promises';
import type { RunHead } from '../../engine/run/event';
import { printableLine } from '../../engine/words/printable';
import { fail, ok, type Result } from '../../shared/result';
import { messageOf, UserError } from '../../shared/userError';
import { sizeOf, tailOf } from './fileEnd';
import { runnerOf } from './record/openRun';
import { createRecordReader } from './record/recordReader';
import { type RunFolder, runFolder } from './record/runFolder';
import { type Detached, startDetached } from './startDetached';

const POLL_MS = 100;
/** A runner that has said its last word still waits for hooks. */
const RELEASE_MS = 5_000;
/** No computer is so busy that a program does not begin within this time. */
const TAKE_MS = 60_000;

/**
 * Starts a runner of its own for a run (`resume`, `retry`, `stop` with their arguments) and resolves when that has taken
 * the run over. Fails where another one goes on with it, and where it ends before, with what it said.
 */
export const startRunner = async (
  home: string,
  head: RunHead,
  args: readonly string[],
): Promise<Result<void, UserError>> => {
  const folder = runFolder(home, head.run);
  if (!(await isReleased(home, head))) {
    return fail(new UserError(`Run ${head.run} is already running.`));
  }
  const seq = await lastSeq(folder);
  const logged = sizeOf(folder.runnerLog);
  let started: Detached;
  try {
    started = await startDetached(folder, home, args);
  } catch (error) {
    return fail(
      new UserError(`Cannot start a runner for ${head.run}: ${messageOf(error)}`, { cause: error }),
    );
  }
  let isOver = false;
  void started.ended.then(() => {
    isOver = true;
  });
  for (const end = Date.now() + TAKE_MS; Date.now() < end; await pause(POLL_MS)) {
    const hasEnded = isOver;
    if (await runnerOf(home, head)) return ok(undefined);
    if (hasEnded) break;
  }
  // it may have done everything while nobody looked
  if ((await lastSeq(folder)) > seq) return ok(undefined);
  const said = tailOf(folder.runnerLog, logged).trim().split('\n').map(printableLine).at(-1);
  return fail(
    new UserError(
      `The runner of ${head.run} ended at once${said ? `: ${said}` : `. Look into ${folder.runnerLog}.`}`,
    ),
  );
};

const isReleased = async (home: string, head: RunHead): Promise<boolean> => {
  for (const end = Date.now() + RELEASE_MS; ; await pause(POLL_MS)) {
    if (!(await runnerOf(home, head))) return true;
    if (Date.now() > end) return false;
  }
};

const lastSeq = async (folder: RunFolder): Promise<number> => {
  const reader = createRecordReader(folder);
  await reader.readOn();
  return reader.seq;
};
