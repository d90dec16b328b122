import type { RunHead } from '../../../engine/run/event';
import type { RunState } from '../../../engine/run/state';
import { orThrow } from '../../../shared/result';
import { NothingToDo } from '../../../shared/userError';
import { stateOf } from '../identity';
import { type LockHolder, readLock } from '../lock';
import { createRecordReader } from './recordReader';
import { lockPath, type RunFolder, runFolder } from './runFolder';

/** A run by its record. */
export interface FoundRun {
  readonly home: string;
  readonly folder: RunFolder;
  readonly head: RunHead;
  readonly state: RunState;
  /** Whether a runner goes on with it. */
  readonly isRunning: boolean;
}

/** Reads the record of a run as it is now. Throws where it is damaged, or the run has not begun. */
export const openRun = async (home: string, run: string): Promise<FoundRun> => {
  const folder = runFolder(home, run);
  const reader = createRecordReader(folder);
  orThrow(await reader.readOn());
  const { state } = reader;
  if (!state.head) throw new NothingToDo(`Run ${run} has not begun.`);
  return { home, folder, head: state.head, state, isRunning: await isRunning(home, state.head) };
};

/** Whether a runner holds the plan for this very run. */
export const isRunning = async (home: string, head: RunHead): Promise<boolean> =>
  (await runnerOf(home, head)) !== undefined;

/** Who goes on with a run. */
export interface Runner {
  readonly holder: LockHolder;
  /** It was found here, as the very process that took the lock; of another machine nobody can tell. */
  readonly isProved: boolean;
}

/** Who goes on with this very run; undefined where nobody does. */
export const runnerOf = async (
  home: string,
  { plan, run }: Pick<RunHead, 'plan' | 'run'>,
): Promise<Runner | undefined> => {
  const holder = await readLock(lockPath(home, plan));
  if (holder?.run !== run) return undefined;
  const state = await stateOf(holder);
  return state === 'ended' ? undefined : { holder, isProved: state === 'running' };
};

/** How a run stands, in one word. */
export const statusOfRun = ({
  isRunning: goesOn,
  state,
}: {
  readonly isRunning: boolean;
  readonly state: Pick<RunState, 'finished'>;
}): string => (goesOn ? 'running' : (state.finished ?? 'interrupted'));
