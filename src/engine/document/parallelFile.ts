import { groupBy } from '../../shared/groupBy';
import { lazy } from '../../shared/lazy';
import type { AchievementId } from '../model/achievement';
import type { Effort } from '../model/effort';
import { LineIndex, type Span } from '../model/text';
import { type DeclaredGroup, readGroups } from './declaredGroups';
import { AtCursor, type JsonCursor, type JsonSource, readJsonSource } from './jsonSource';
import { type OtherKey, readOtherKeys } from './otherKeys';
import { type Crossings, readCrossings, type UnreadCrossing } from './parallelCrossings';
import { keyReader } from './parallelKeys';
import { type AchievementList, chosenList } from './parallelLists';
import type { FileIds } from './parallelText';
import { effortReader, located } from './parallelValues';

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

/**
 * Reads a parallel.json in any dialect of FORMAT B. Never throws: malformed text gives `problems` and whatever
 * facts a tolerant reading finds. Ids written as numbers keep their digits (`1.10`). The last of two equal keys
 * counts. Offsets are those of `text`, a leading BOM included; of text that JSON.parse accepts they are found out
 * when the first of them is asked for.
 */
export const readParallel = (text: string): ParallelFacts => parallelFacts(readJsonSource(text));

/** The same for text that was read already. */
export const parallelFacts = (source: JsonSource): ParallelFacts => new Facts(source);

/** Both are looked up for the first text that is no plain id. */
const fileIds = (achievements: () => readonly ParallelAchievement[]): FileIds => {
  const titles = lazy(() => groupBy(achievements(), ({ title }) => comparable(title ?? '')));
  return {
    all: lazy(() => achievements().map(({ id }) => id)),
    titled: (text) => {
      const [only, ...more] = titles().get(comparable(text)) ?? [];
      return more.length === 0 ? only?.id : undefined;
    },
  };
};

const comparable = (title: string): string => title.trim().replace(/\s+/g, ' ').toLowerCase();

/** A class and no object with getters, which would keep the facts of the text before alive for some time. */
class Facts implements ParallelFacts {
  readonly planName: Located | undefined;
  readonly parallelizationLevel: Located | undefined;
  readonly totals: readonly StatedTotal[];
  readonly problems: readonly SyntaxProblem[];
  readonly putAway: () => void;
  readonly #root: JsonCursor;
  readonly #list: AchievementList | undefined;
  #groups: readonly DeclaredGroup[] | undefined;
  #crossingsRead: Crossings | undefined;
  #otherKeys: readonly OtherKey[] | undefined;
  #lines: LineIndex | undefined;

  constructor({ root, problems, putAway }: JsonSource) {
    this.planName = located(root, 'plan_name') ?? located(root, 'plan');
    this.parallelizationLevel = located(root, 'parallelization_level');
    this.totals = TOTALS.flatMap((key) => readTotal(root, key) ?? []);
    this.problems = problems;
    this.putAway = putAway;
    this.#root = root;
    this.#list = chosenList(root, {
      effortOf: effortReader(),
      keysOf: keyReader(),
      ids: fileIds(() => this.achievements),
    });
  }

  get crossPriority() {
    return this.#crossings.found;
  }

  get unreadCrossings() {
    return this.#crossings.unread;
  }

  get otherKeys() {
    this.#otherKeys ??= readOtherKeys(this.#root);
    return this.#otherKeys;
  }

  get #crossings() {
    this.#crossingsRead ??= readCrossings(this.#root.member('cross_priority_dependencies'), keyReader());
    return this.#crossingsRead;
  }

  get dialect() {
    return this.#list?.dialect ?? 'unknown';
  }

  get achievements() {
    return this.#list?.found ?? [];
  }

  get listSpan() {
    return this.#list?.end();
  }

  get canTakeList() {
    const { object } = this.#root;
    return object !== undefined && object.achievements === undefined;
  }

  get groups() {
    this.#groups ??= readGroups(this.#root);
    return this.#groups;
  }

  get lines() {
    this.#lines ??= new LineIndex(this.#root.text);
    return this.#lines;
  }
}

const TOTALS = ['total_achievements', 'completed_achievements', 'remaining_achievements'] as const;

const readTotal = (root: JsonCursor, key: StatedTotal['key']): StatedTotal | undefined => {
  const value = root.object?.[key];
  return typeof value === 'number' ? new Total(key, value, root.member(key)) : undefined;
};

class Total extends AtCursor implements StatedTotal {
  readonly key: StatedTotal['key'];
  readonly value: number;

  constructor(key: StatedTotal['key'], value: number, cursor: JsonCursor) {
    super(cursor);
    this.key = key;
    this.value = value;
  }
}
