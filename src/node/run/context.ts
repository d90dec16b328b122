import type { RunEvent } from '../../engine/run/event';
import type { RunState } from '../../engine/run/state';
import type { Result } from '../../shared/result';
import type { UserError } from '../../shared/userError';
import type { Lane } from './lane';
import type { RunFolder } from './record/runFolder';
import type { RunSettings } from './record/settings';

/** What a prompt for an item is made from. */
export interface PromptRequest {
  readonly item: string;
  readonly attempt: number;
  /** The checkout in which its documents are, and are made where they are missing. */
  readonly worktree: string;
}

export interface ReviewFile {
  readonly says: 'approved' | 'fix';
  readonly path: string;
}

/** What the runner needs of the planning engine. */
export interface PromptWriter {
  /** Creates the documents of an item that are missing in the worktree and writes the prompt for the work. */
  write(request: PromptRequest): Promise<Result<string, UserError>>;
  /** The prompt for whoever reviews the work of an item. */
  review(request: PromptRequest): Promise<Result<string, UserError>>;
  /** What a review says of an item, by a feedback file in a checkout; undefined for none. */
  reviewOf(item: string, checkout: string): Promise<ReviewFile | undefined>;
  /** Writes the approval of an item into its worktree; answers its path there, undefined where plans have none. */
  approve(
    request: PromptRequest & { readonly reviewer: string; readonly text: string },
  ): Promise<Result<string | undefined, UserError>>;
}

/** A run that goes on, for all that work for it. */
export interface RunContext {
  readonly folder: RunFolder;
  readonly settings: RunSettings;
  readonly state: RunState;
  readonly prompts: PromptWriter;
  readonly lane: Lane;
  /** Resolves when it is in the journal and counts. */
  tell(event: RunEvent): Promise<void>;
  /** For people, one line. */
  note(text: string): void;
  /** Ends what is done for an item, or for all items: aborted when somebody wants that. */
  signalOf(item: string): AbortSignal;
}
