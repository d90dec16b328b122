import type { CreationSelection, NewFile } from '../../engine/create/batch';
import type { AchievementId } from '../../engine/model/achievement';
import type { Candidate, Choice } from './choices';

export type Confirmation = 'create' | 'preview' | 'dry-run' | 'no';

/** How a batch tells what it has done, and asks whether to go on. */
export interface BatchProgress {
  /** So many files were tried, this one last. */
  report(tried: number, name: string): void;
  isCancelled(): boolean;
}

/** Everything the creating flow asks and says; the editor's dialogs, or a script in the tests. */
export interface CreationUi {
  /** Undefined: the person turned away. */
  choose(choices: readonly Choice[]): Promise<CreationSelection | 'choose' | undefined>;
  tick(candidates: readonly Candidate[]): Promise<readonly AchievementId[] | undefined>;
  /** Turning away means no. `count`: the number of files. */
  confirm(question: string, details: string, count: number): Promise<Confirmation>;
  /** Shows the whole text of each file that would be created, and asks again. Turning away means no. */
  preview(question: string, files: readonly NewFile[]): Promise<boolean>;
  /** An EXECUTION batch needs these SUBPLANs first: create them now? */
  offerSubplans(message: string, details: string): Promise<boolean>;
  /** Shows how far a batch is while it is created; a single file needs no such thing. */
  progress<T>(count: number, work: (progress: BatchProgress) => Promise<T>): Promise<T>;
  inform(message: string): void;
  /** A batch was created; resolves at once, what the person chooses happens later. */
  created(message: string, choose: (what: 'open' | 'undo') => void): void;
  /** Some files could not be created: try them again? */
  retry(message: string, details: string): Promise<boolean>;
  showText(text: string): Promise<void>;
  open(uri: string): Promise<void>;
}
