import type { Effort } from '../model/effort';
import type { AchievementId } from '../model/ids';
import type { LineIndex, Span } from '../model/text';

/** A string value with its place (quotes included in the span). */
export interface Located {
  readonly value: string;
  readonly span: Span;
}

/** An id in a list; `span` is the element, quotes included. */
export interface IdReference extends Located {
  /** False when it was a number, which is read as text. */
  readonly wasString: boolean;
  /** What must go for the reference to go, where that is more than itself: the object that holds it. */
  readonly whole?: { readonly span: Span } | undefined;
}

/** Words where ids stand, as written, with their place (quotes included). */
export interface ListedWords {
  readonly text: string;
  readonly span: Span;
}

export interface ParallelAchievement {
  readonly id: AchievementId;
  /** The value of `achievement_id` / `id`, quotes included. */
  readonly idSpan: Span;
  /** The whole object. */
  readonly span: Span;
  readonly title: string | undefined;
  /** The value of `title`, quotes included. */
  readonly titleSpan?: Span | undefined;
  readonly dependencies: readonly IdReference[];
  readonly blocks: readonly IdReference[];
  /** It has one of the two, be it empty. */
  readonly statesDependencies: boolean;
  /** What stands where dependencies are stated, looks like an id, a range, a priority or an open question, and was not understood. */
  readonly unread: readonly ListedWords[];
  /** The same of what it blocks. */
  readonly unreadBlocks: readonly ListedWords[];
  /** Plain words among the dependencies, which name no achievement. */
  readonly notes: readonly ListedWords[];
  readonly claimedStatus: Located | undefined;
  readonly effort: Effort | undefined;
  /** `actual_hours`. */
  readonly actual: Effort | undefined;
  /** `estimated_hours` where it is text. */
  readonly estimate?: Located | undefined;
  /** The value of `estimated_hours` where it is meant to say hours and cannot be read. */
  readonly unreadableHours?: Span | undefined;
  /** Declared `priority`, as text. */
  readonly priority: string | undefined;
  readonly executor: string | undefined;
  /** Its own `level`, `dependency_level` or `wave`. */
  readonly declaredLevel?: DeclaredLevel | undefined;
  readonly subExecutions: readonly SubExecution[];
}

export interface DeclaredLevel {
  /** `level` may be any grouping; the others claim that what has the same number can run at the same time. */
  readonly key: 'level' | 'dependency_level' | 'wave';
  readonly number: number;
  /** The value, quotes included. */
  readonly span: Span;
}

/** A part of an achievement with an EXECUTION_TASK of its own, which may run beside the others. */
export interface SubExecution {
  /** `2.1.1` as written. */
  readonly id: string;
  readonly title: string | undefined;
  /** Ids of what must be finished first, as written. */
  readonly dependencies: readonly string[];
  readonly effort: Effort | undefined;
  readonly executor: string | undefined;
  readonly claimedStatus: string | undefined;
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
  readonly kind: 'malformed' | 'duplicate-key';
  /** What would fix it: a comma before the place, or brackets that close what is open at the end of the text. */
  readonly missing?: 'comma' | 'end';
}

/** A number of achievements that a parallel.json states about itself. */
export interface StatedTotal {
  readonly key: 'total_achievements' | 'completed_achievements' | 'remaining_achievements';
  readonly value: number;
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
  /** The file is an object without `achievements`, of whatever kind. */
  readonly canTakeList: boolean;
  readonly crossPriority: readonly CrossPriorityDependency[];
  /** What stands among them and was not understood. */
  readonly unreadCrossings: readonly UnreadCrossing[];
  /** Keys that are written otherwise than the format has them. */
  readonly otherKeys: readonly OtherKey[];
  readonly totals: readonly StatedTotal[];
  /** The groups of `levels[]` and of `parallel_execution_waves`. */
  readonly groups: readonly DeclaredGroup[];
  /** Malformed JSON and duplicate keys. Comments and trailing commas are allowed. */
  readonly problems: readonly SyntaxProblem[];
  readonly lines: LineIndex;
  /** Makes the facts small until somebody asks for places. */
  readonly putAway: () => void;
}

/** A key that is written otherwise than the format has it. */
export interface OtherKey {
  readonly key: string;
  /** The key of the format. */
  readonly meant: string;
  /** The achievement in whose entry it stands; empty for the file and its edges. */
  readonly owner: AchievementId;
  /** The ids that its value speaks of, where it is not read. */
  readonly holds: readonly AchievementId[];
  /** Its value counts all the same. */
  readonly isRead: boolean;
  /** The key without its quotes; the object where it is written with escapes. */
  readonly span: Span;
  /** The key can be written as it is meant: nothing else in the object means the same. */
  readonly canBeRenamed: boolean;
}

/** An edge of a list of edges that was not understood. */
export interface UnreadCrossing extends ListedWords {
  /** What depends on something nobody can tell; undefined where not even that is known. */
  readonly dependent: AchievementId | undefined;
}

/** Achievements that parallel.json puts together, `levels[]` or one of the waves. */
export interface DeclaredGroup {
  /** `wave`: its members are said to run at the same time; `level`: a hand grouping. */
  readonly kind: 'level' | 'wave';
  /** As written, else its place in the list, from 1. */
  readonly number: number;
  readonly members: readonly GroupMember[];
}

export interface GroupMember {
  readonly id: AchievementId;
  /** Where the id stands, quotes included. */
  readonly span: Span;
}
