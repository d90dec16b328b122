import type { Mandate } from '../../../engine/run/decide';
import type { RunStatus } from '../../../engine/run/event';
import type { Result } from '../../../shared/result';
import type { UserError } from '../../../shared/userError';
import { newRunOf } from '../prepare/beginRun';
import { saveSettings } from '../record/saveSettings';
import type { RunnerOptions } from '../runLoop';
import { runToEnd } from '../runner';
import { hubLane } from './hub';
import type { OnHub } from './prepareOnHub';
import { folderOf } from './syncRecord';

/** What whoever works for a hub is given. */
export type WorkerOptions = Pick<RunnerOptions, 'prompts' | 'version' | 'onEvent' | 'onNote' | 'signal'>;

/**
 * Runs a part of a run here, with the integration branch of the hub, by the code of every run. What it runs is as the
 * configuration is now: the record may be older, or come from another machine.
 */
export const runPart = async (
  on: OnHub,
  mandate: Mandate,
  options: WorkerOptions,
): Promise<Result<RunStatus, UserError>> => {
  const { hub, preparation } = on;
  const { settings, done } = newRunOf(preparation, options.version);
  await saveSettings(folderOf(on), { ...settings, done });
  return runToEnd({
    ...options,
    home: preparation.settings.home,
    run: hub.run,
    plan: hub.plan,
    lane: hubLane(hub, preparation.tip ?? preparation.head.base),
    mandate,
  });
};

export const NOTHING: ReadonlySet<string> = new Set();
