import type { AchievementId } from '../model/achievement';
import type { Effort } from '../model/effort';
import type { LineIndex, Span } from '../model/text';

/** A string value with its place (quotes included in the span). */
export interface Located {
  readonly value: string;
  readonly span: Span;
}

/** An id in a list; `span` is the element, quotes included. */
export interface IdReference extends Located {
  /** False when the element was not a string: a number is read as text, anything else is left out. */
  readonly wasString: boolean;
}

export interface ParallelAchievement {
  readonly id: AchievementId;
  /** The value of `achievement_id` / `id`, quotes included. */
  readonly idSpan: Span;
  /** The whole object. */
  readonly span: Span;
  readonly title: string | undefined;
  readonly dependencies: readonly IdReference[];
  readonly blocks: readonly IdReference[];
  readonly claimedStatus: Located | undefined;
  readonly effort: Effort | undefined;
  /** Declared `priority`, as text. */
  readonly priority: string | undefined;
  readonly executor: string | undefined;
  readonly subExecutions: readonly SubExecution[];
}

export interface SubExecution {
  /** `2.1.1` as written. */
  readonly id: string;
  readonly title: string | undefined;
  readonly span: Span;
}

export interface CrossPriorityDependency {
  /** Depends on `to`. */
  readonly from: IdReference;
  readonly to: IdReference;
  readonly span: Span;
}

export interface SyntaxProblem {
  readonly message: string;
  readonly span: Span;
}

/** What a parallel.json says, in either dialect (`achievements[]` or `levels[].achievements[]`). */
export interface ParallelFacts {
  readonly dialect: 'achievements' | 'levels' | 'unknown';
  /** `plan_name` or `plan`. */
  readonly planName: Located | undefined;
  readonly parallelizationLevel: Located | undefined;
  readonly achievements: readonly ParallelAchievement[];
  /** Where an achievement would be added: just inside the end of the list; undefined without a list. */
  readonly listSpan: Span | undefined;
  readonly crossPriority: readonly CrossPriorityDependency[];
  /** Malformed JSON and duplicate keys. Comments and trailing commas are allowed. */
  readonly problems: readonly SyntaxProblem[];
  readonly lines: LineIndex;
}
