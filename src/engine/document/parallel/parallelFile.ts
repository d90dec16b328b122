import { groupBy } from '../../../shared/groupBy';
import { lazy } from '../../../shared/lazy';
import type {
  DeclaredGroup,
  Located,
  OtherKey,
  ParallelAchievement,
  ParallelFacts,
  StatedTotal,
  SyntaxProblem,
} from '../../facts/parallelFacts';
import { LineIndex } from '../../model/text';
import { AtCursor, type JsonCursor, type JsonSource, readJsonSource } from '../json/jsonSource';
import { readGroups } from './declaredGroups';
import { readOtherKeys } from './otherKeys';
import { type Crossings, readCrossings } from './parallelCrossings';
import { keyReader } from './parallelKeys';
import { type AchievementList, chosenList } from './parallelLists';
import type { FileIds } from './parallelText';
import { effortReader, located } from './parallelValues';

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
