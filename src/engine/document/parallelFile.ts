import type { AchievementId } from '../model/achievement';
import type { Effort } from '../model/effort';
import { LineIndex, type Span, span } from '../model/text';
import { readJson } from './jsonReader';
import { type AchievementList, type ParallelDraft, parallelFrame } from './parallelFrames';
import { readStrictJson } from './strictJson';
import type { DeclaredGroup } from './waveFrames';

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
  /** The value of `title`, quotes included. */
  readonly titleSpan?: Span | undefined;
  readonly dependencies: readonly IdReference[];
  readonly blocks: readonly IdReference[];
  readonly claimedStatus: Located | undefined;
  readonly effort: Effort | undefined;
  /** The value of `estimated_hours` where it is meant to say something and cannot be read. */
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
  readonly kind: 'malformed' | 'duplicate-key';
  /** What would mend it: a comma before the place, or brackets that close what is open at the end of the text. */
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
  readonly crossPriority: readonly CrossPriorityDependency[];
  readonly totals: readonly StatedTotal[];
  /** The groups of `levels[]` and of `parallel_execution_waves`, in text order. */
  readonly groups: readonly DeclaredGroup[];
  /** Malformed JSON and duplicate keys. Comments and trailing commas are allowed. */
  readonly problems: readonly SyntaxProblem[];
  readonly lines: LineIndex;
}

/**
 * Reads a parallel.json in any dialect of FORMAT B. Never throws: malformed text gives `problems` and whatever
 * facts a tolerant reading finds. Ids written as numbers keep their digits (`1.10`). The last of two equal keys
 * counts. Offsets are those of `text`, a leading BOM included. Pass `strict` where the text was parsed already.
 */
export const readParallel = (text: string, strict = readStrictJson(text)): ParallelFacts => {
  const draft: ParallelDraft = {
    planName: undefined,
    parallelizationLevel: undefined,
    direct: undefined,
    levels: undefined,
    groups: undefined,
    crossPriority: [],
    totals: [],
    declared: [],
  };
  const problems = readJson(text, parallelFrame(draft, text), strict !== undefined);
  const { dialect, list } = chosenList(draft);
  return {
    dialect,
    planName: draft.planName,
    parallelizationLevel: draft.parallelizationLevel,
    achievements: list?.found ?? [],
    listSpan: list && span(list.end, list.end),
    crossPriority: draft.crossPriority,
    totals: draft.totals,
    groups: draft.declared,
    problems,
    lines: new LineIndex(text),
  };
};

/** The first list that holds achievements, else the first there is; groups count only when they hold some. */
const chosenList = ({
  direct,
  levels,
  groups,
}: ParallelDraft): {
  readonly dialect: ParallelFacts['dialect'];
  readonly list: AchievementList | undefined;
} => {
  if (direct && direct.found.length > 0) return { dialect: 'achievements', list: direct };
  if (levels && levels.found.length > 0) return { dialect: 'levels', list: levels };
  if (groups && groups.found.length > 0) return { dialect: 'levels', list: groups };
  if (direct) return { dialect: 'achievements', list: direct };
  return levels ? { dialect: 'levels', list: levels } : { dialect: 'unknown', list: undefined };
};
