import type { Disposable } from '../../shared/dispose';
import type { Run, RunLogTarget } from './runs';

/** What there is to read of runs; loaded with what follows them. */
export interface RunDocuments extends Disposable {
  /** Shows the log of an item and follows it. Throws where the run is gone or has no such item. */
  openLog(target: RunLogTarget): void;
  /** The report of a run as it is now; undefined where the run is gone. */
  report(record: string): string | undefined;
  /** Shows the result as data; while the run goes on, the state of it. Throws where there is neither. */
  openResult(run: Run): Promise<void>;
}
