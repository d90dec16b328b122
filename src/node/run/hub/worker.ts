import type { Mandate } from '../../../engine/run/decide';
import type { RunStatus } from '../../../engine/run/event';
import type { Result } from '../../../shared/result';
import type { UserError } from '../../../shared/userError';
import type { RunnerOptions } from '../runLoop';
import { runToEnd } from '../runner';
import { hubLane } from './hub';
import type { OnHub } from './prepareOnHub';

/** What whoever works for a hub is given. */
export type WorkerOptions = Pick<RunnerOptions, 'prompts' | 'version' | 'onEvent' | 'onNote' | 'signal'>;

/** Runs a part of a run here, with the integration branch of the hub, by the code of every run. */
export const runPart = (
  { hub, preparation }: OnHub,
  mandate: Mandate,
  options: WorkerOptions,
): Promise<Result<RunStatus, UserError>> =>
  runToEnd({
    ...options,
    home: preparation.settings.home,
    run: hub.run,
    plan: hub.plan,
    lane: hubLane(hub, preparation.tip ?? preparation.head.base),
    mandate,
  });

export const NOTHING: ReadonlySet<string> = new Set();
