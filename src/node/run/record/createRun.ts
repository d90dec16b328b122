import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { namePart } from '../../../engine/run/branches';
import type { RunHead, TimedEvent } from '../../../engine/run/event';
import type { DoneItem } from '../../../engine/run/planRun';
import { fail, type Result } from '../../../shared/result';
import { messageOf, UserError } from '../../../shared/userError';
import { gitText } from '../../git/command';
import { moveRef } from '../../git/refs';
import { takeLock } from '../lock';
import { makeFolders } from '../makeFolders';
import { addToJournal } from './addToJournal';
import { lockPath, numberIn, runFolder, runsFolder, takenNames } from './runFolder';
import { saveSettings } from './saveSettings';
import type { RunSettings } from './settings';

/** A run that is to begin. */
export interface NewRun {
  readonly head: RunHead;
  readonly settings: Omit<RunSettings, 'mark' | 'done'>;
  readonly done: readonly DoneItem[];
  /** Where the integration branch is; undefined where it does not exist yet. */
  readonly tip: string | undefined;
  readonly version: string;
  /** What happened elsewhere before, in its order. */
  readonly events?: readonly TimedEvent[];
}

/** The name of the next run of a plan: its own with a number that no run, branch or pin has. */
export const nextRunName = async (home: string, top: string, plan: string): Promise<string> => {
  const name = namePart(plan);
  const refs = await gitText(
    ['for-each-ref', '--format=%(refname)', 'refs/heads/plan-items', 'refs/parallel-plans'],
    { cwd: top },
  );
  const inRefs = refs.ok
    ? refs.value.split('\n').map((ref) => ref.split('/')[ref.startsWith('refs/heads') ? 3 : 2] ?? '')
    : [];
  const numbers = [...takenNames(home), ...inRefs]
    .filter((each) => each.replace(/-\d{1,9}$/, '') === name)
    .map(numberIn);
  return `${name}-${Math.max(0, ...numbers) + 1}`;
};

/**
 * Begins the record of a run, and the integration branch where there is none. Nothing runs yet. Fails where another run
 * of the plan goes on, and where its folders cannot be made.
 */
export const createRun = async ({
  head,
  settings,
  done,
  tip,
  version,
  events = [],
}: NewRun): Promise<Result<void, UserError>> => {
  const { home, top } = settings;
  const folder = runFolder(home, head.run);
  for (const needed of [runsFolder(home), join(settings.worktrees, namePart(head.run))]) {
    const made = makeFolders(needed);
    if (!made.ok) return made;
  }
  try {
    await writeFile(join(runsFolder(home), '.gitignore'), '*\n');
  } catch (error) {
    return fail(new UserError(`${runsFolder(home)} cannot be written: ${messageOf(error)}`));
  }
  const lock = await takeLock(lockPath(home, head.plan), { run: head.run, version });
  if (!lock.ok) return lock;
  try {
    await mkdir(folder.path);
    await saveSettings(folder, { ...settings, done });
    if (tip === undefined) {
      const made = await moveRef(
        top,
        `refs/heads/${head.branch}`,
        undefined,
        head.base,
        `begun by run ${head.run}`,
      );
      if (!made.ok) return made;
    }
    const begun = { event: 'planned' as const, ...head };
    const skipped = done.map(({ id, evidence }) => ({
      event: 'skipped' as const,
      item: id,
      attempt: 0,
      evidence,
    }));
    // what happened elsewhere belongs to the run, so the run is not younger
    const t = Math.min(Date.now(), ...events.map((event) => event.t));
    return await addToJournal(folder, [...[begun, ...skipped].map((event) => ({ ...event, t })), ...events]);
  } catch (error) {
    return fail(new UserError(`${folder.path} cannot be written: ${messageOf(error)}`));
  } finally {
    await lock.value.release();
  }
};
