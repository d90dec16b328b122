import type { RunSelection } from '../../../engine/run/chooseItems';
import type { Review } from '../../../engine/run/item';

/** What a run is asked for; what is undefined is as run.json says, or as usual. */
export interface RunAsked {
  readonly selection: RunSelection;
  /** What is done is done again. */
  readonly redo: boolean;
  readonly jobs: number | undefined;
  readonly barrier: boolean | undefined;
  readonly executor: string | undefined;
  readonly review: Review | undefined;
  readonly attempts: number | undefined;
  readonly stopOnError: boolean;
  readonly timeoutMinutes: number | undefined;
  readonly land: boolean | undefined;
}
