import { resolve } from 'node:path';
import type { RunHead, TimedEvent } from '../../engine/run/event';
import { foldRun } from '../../engine/run/fold';
import type { RunState } from '../../engine/run/state';
import { stateOf } from '../../node/run/identity';
import { readLock } from '../../node/run/lock';
import { readJournal } from '../../node/run/readJournal';
import { homeOf, lockPath, type RunFolder, runFolder, runNames } from '../../node/run/record/runFolder';
import { orThrow } from '../../shared/result';
import { NothingToDo, UserError } from '../../shared/userError';

/** A run by its record. */
export interface FoundRun {
  readonly home: string;
  readonly folder: RunFolder;
  readonly head: RunHead;
  readonly state: RunState;
  /** Whether a runner goes on with it. */
  readonly isRunning: boolean;
}

/** The folder that runs belong to which are named without a plan. */
export const homeHere = (path = '.'): string => {
  const home = homeOf(resolve(path));
  if (home === undefined) throw new UserError('There is no git repository here, so nothing was run.');
  return home;
};

/** A run by its name, or by a beginning of it that no other has. */
export const findRun = async (name: string, home = homeHere()): Promise<FoundRun> => {
  const names = runNames(home);
  const matching = names.includes(name) ? [name] : names.filter((each) => each.startsWith(name));
  const [run, ...others] = matching;
  if (run === undefined) {
    const known =
      names.length === 0 ? 'Nothing was run here yet.' : `Runs are ${names.slice(-8).join(', ')}.`;
    throw new UserError(`There is no run ${name}. ${known}`);
  }
  if (others.length > 0) throw new UserError(`More than one run begins so: ${matching.join(', ')}.`);
  return openRun(home, run);
};

export const openRun = async (home: string, run: string): Promise<FoundRun> => {
  const folder = runFolder(home, run);
  const journal = orThrow(await readJournal(folder.journal));
  const state = foldRun(journal.lines as unknown as readonly TimedEvent[]);
  if (!state.head) throw new NothingToDo(`Run ${run} has not begun.`);
  return { home, folder, head: state.head, state, isRunning: await isRunning(home, state.head) };
};

/** Whether a runner holds the plan for this very run. */
export const isRunning = async (home: string, { plan, run }: RunHead): Promise<boolean> => {
  const holder = await readLock(lockPath(home, plan));
  return holder !== undefined && holder.run === run && (await stateOf(holder)) !== 'ended';
};

/** How a run stands, in one word. */
export const statusOfRun = ({ isRunning: goesOn, state }: FoundRun): string =>
  goesOn ? 'running' : (state.finished ?? 'interrupted');
