import type { Logger } from '../../engine/files';
import type { Disposable } from '../../shared/dispose';
import { Emitter } from '../../shared/event';
import type { Run, Runs } from './runs';

/** What follows the runs, loaded when somebody first wants it. */
export interface RunsRuntime extends Disposable {
  readonly runs: Runs;
  /** Looks at the disk again; resolves when what was there by now is known. */
  refresh(): Promise<void>;
}

/** The runs for every view, from the start on: none until something follows them. */
export interface RunsHost<T extends RunsRuntime = RunsRuntime> extends Runs, Disposable {
  /** Loads what follows runs, where nobody did yet; resolves when it has read them. */
  load(): Promise<T>;
}

export const createRunsHost = <T extends RunsRuntime>(
  start: () => Promise<T>,
  logger: Logger,
): RunsHost<T> => {
  const changes = new Emitter<readonly Run[]>((error) =>
    logger.error('A view could not follow a run', error),
  );
  let started: Promise<T> | undefined;
  let runtime: T | undefined;
  const launch = async (): Promise<T> => {
    const begun = await start();
    runtime = begun;
    begun.runs.onDidChange((changed) => changes.fire(changed));
    await begun.refresh();
    return begun;
  };
  return {
    get all() {
      return runtime?.runs.all ?? [];
    },
    ofPlan: (planUri) => runtime?.runs.ofPlan(planUri) ?? [],
    onDidChange: changes.event,
    load: () => {
      started ??= launch().catch((error: unknown) => {
        // the next demand tries again
        started = undefined;
        throw error;
      });
      return started;
    },
    dispose: () => {
      runtime?.dispose();
      changes.dispose();
    },
  };
};
