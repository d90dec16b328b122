import type { AchievementId } from '../model/ids';

/** An achievement or a PRP as a run sees it; never changes during the run. */
export interface RunItem {
  readonly id: AchievementId;
  readonly title: string;
  /** Zero-based dependency level. */
  readonly level: number;
  /** Ids of this run that must have landed before; each id once. */
  readonly after: readonly AchievementId[];
  /** Ids of this run that come first where there is a choice; nobody waits for them. */
  readonly soft: readonly AchievementId[];
  /** Ids outside of the run that are not done and that it depends on: it cannot start. */
  readonly missing: readonly AchievementId[];
  /** Files and folders (with a slash at the end) that it is going to change, as its document names them. */
  readonly files: readonly string[];
  /** How long it takes by its estimate, in seconds. */
  readonly seconds: number;
}

/** Who says that a result may land. */
export type Review = 'person' | 'agent' | 'gates' | 'none';

export const REVIEWS: readonly Review[] = ['person', 'agent', 'gates', 'none'];

/** A program with its arguments; nothing of it goes through a shell. */
export type Command = readonly string[];
