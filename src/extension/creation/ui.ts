import type { CreationSelection, NewFile, SkippedCreation, UnfilledSubplan } from '../../engine/create/batch';
import type { AchievementId } from '../../engine/model/ids';
import type { Candidate, Choice } from './choices';

/** A batch as it is shown before anything is written. */
export interface Proposal {
  /** `Create 3 SUBPLANs for X, level 0` */
  readonly title: string;
  /** What agreeing does: `Create 3 SUBPLANs`. */
  readonly action: string;
  readonly files: readonly NewFile[];
  readonly skipped: readonly SkippedCreation[];
  /** What the new documents build on and is to be filled in first. */
  readonly unfilled: readonly UnfilledSubplan[];
  /** It was asked for in a view, where the focus returns by itself; else it belongs to the editor. */
  readonly isFromView: boolean;
}

/** How a batch tells what it has done, and asks whether to go on. */
export interface BatchProgress {
  /** So many files were tried, this one last. */
  report(tried: number, name: string): void;
  isCancelled(): boolean;
}

/** Everything the creating flow asks and says; the editor's dialogs, or a script in the tests. */
export interface CreationUi {
  /** Undefined: the person turned away. `title`: what is created, and for which plan. */
  choose(title: string, choices: readonly Choice[]): Promise<CreationSelection | 'choose' | undefined>;
  tick(title: string, candidates: readonly Candidate[]): Promise<readonly AchievementId[] | undefined>;
  /**
   * Shows the whole text of each file that would be created, and asks. Turning away means no; a SUBPLAN means that the
   * person goes there first, to fill it in.
   */
  confirm(proposal: Proposal): Promise<boolean | UnfilledSubplan>;
  /** An EXECUTION batch needs these SUBPLANs first: create them now? */
  offerSubplans(message: string, details: string): Promise<boolean>;
  /** Shows how far a batch is while it is created; a single file needs no such thing. */
  progress<T>(count: number, work: (progress: BatchProgress) => Promise<T>): Promise<T>;
  inform(message: string): void;
  /** The person turned away and nothing was written. */
  cancelled(message: string): void;
  /** A batch was created; resolves at once, what the person chooses happens later. */
  created(message: string, choose: (what: 'open' | 'undo') => void): void;
  /** Some files could not be created: try them again? */
  retry(message: string, details: string): Promise<boolean>;
  open(uri: string): Promise<void>;
  /** Goes to the first place to fill in of a document. */
  fill(uri: string): Promise<void>;
}
