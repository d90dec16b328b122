import { readFile } from 'node:fs/promises';
import type { RunStatus } from '../../engine/run/event';
import { fail, ok, type Result } from '../../shared/result';
import { messageOf, UserError } from '../../shared/userError';
import { eventsIn } from './journalEvents';
import { openJournal } from './journalFile';
import { takeLock } from './lock';
import { lockPath, type RunFolder, runFolder } from './record/runFolder';
import { type RunSettings, settingsIn } from './record/settings';
import { RunLoop, type RunnerOptions } from './runLoop';

/**
 * Runs a run to its end, or to where nothing can go on without a person; a run that was left goes on where it was.
 * Every change is in the journal before anything follows from it. Fails where another process runs the plan, and where
 * the record of the run cannot be read or written, or is removed while the run goes on.
 */
export const runToEnd = async (options: RunnerOptions): Promise<Result<RunStatus, UserError>> => {
  const folder = runFolder(options.home, options.run);
  const settings = await readSettings(folder);
  if (!settings.ok) return settings;
  const lock = await takeLock(lockPath(options.home, options.plan), {
    run: options.run,
    version: options.version,
  });
  if (!lock.ok) return lock;
  try {
    const journal = await openJournal(folder.journal, options.run);
    if (!journal.ok) return journal;
    try {
      const past = eventsIn(folder.journal, journal.value.lines);
      if (!past.ok) return past;
      if (!past.value.some(({ event }) => event === 'planned'))
        return fail(
          new UserError(`Run ${options.run} has not begun: ${folder.journal} does not say what it is`),
        );
      const record = { folder, settings: settings.value, journal: journal.value, past: past.value };
      return ok(await new RunLoop(options, { ...record, lock: lock.value }).run());
    } finally {
      await journal.value.close();
    }
  } catch (error) {
    if (error instanceof UserError) return fail(error);
    return fail(new UserError(`The run cannot go on: ${messageOf(error)}`, { cause: error }));
  } finally {
    await lock.value.release();
  }
};

export const readSettings = async (folder: RunFolder): Promise<Result<RunSettings, UserError>> => {
  const text = await readFile(folder.settings, 'utf8').catch(() => '');
  const settings = settingsIn(text);
  return settings
    ? ok(settings)
    : fail(new UserError(`There is no run ${folder.run} that can be read here.`));
};
