import { withoutGaps } from '../../../shared/withoutGaps';
import type { DeclaredLevel, ParallelAchievement, SubExecution } from '../../facts/parallelFacts';
import type { AchievementId } from '../../model/ids';
import { isNoEstimate, readSpent } from '../estimate/effort';
import { AtCursor, asObject, JsonCursor, type JsonObject } from '../json/jsonSource';
import { groupNumber } from './declaredGroups';
import { type EffortOf, type FileReading, ID_KEYS, idText, located, references } from './parallelValues';
import { type StatedReferences, statedReferences, wordsAt } from './statedReferences';

/** Reads an element of a list of achievements; undefined where it has no id. */
export const readListed = (
  list: JsonCursor,
  at: number,
  reading: FileReading,
): ParallelAchievement | undefined => {
  const object = asObject(list.list?.[at]);
  if (!object) return undefined;
  const key = idKey(object);
  const json = object[key];
  const id = typeof json === 'string' ? json.trim() : idText(json, list.element(at), key);
  return id === undefined ? undefined : new ListedAchievement(object, list, at, id, reading);
};

/** The key of the member that names it. */
const idKey = (object: JsonObject): string => {
  if (isId(object.achievement_id)) return 'achievement_id';
  return isId(object.id) ? 'id' : (ID_KEYS.find((key) => isId(object[key])) ?? 'id');
};

const isId = (json: unknown): boolean => typeof json === 'string' || typeof json === 'number';

/**
 * A view of an element: a file may list thousands, and of most of them only ids and dependencies are asked. Being a
 * class, it must not be spread.
 */
class ListedAchievement extends JsonCursor implements ParallelAchievement {
  readonly id: AchievementId;
  readonly #reading: FileReading;
  #stated: StatedReferences | undefined;
  #blocked: StatedReferences | undefined;

  constructor(json: JsonObject, list: JsonCursor, at: number, id: AchievementId, reading: FileReading) {
    super(json, list, at);
    this.id = id;
    this.#reading = reading;
  }

  get idSpan() {
    return this.member(idKey(this.object ?? {})).span;
  }

  get title() {
    return located(this, 'title')?.value;
  }

  get titleSpan() {
    return located(this, 'title')?.span;
  }

  get dependencies() {
    return this.#dependencies.references;
  }

  get blocks() {
    return this.#blocks.references;
  }

  get unread() {
    const { misspelled } = this.#reading.keysOf(this.json as JsonObject);
    const { unread } = this.#dependencies;
    if (misspelled.length === 0) return unread;
    return [
      ...unread,
      ...misspelled
        .map((key) => this.member(key))
        .filter(statesSomething)
        .map(wordsAt),
    ];
  }

  get unreadBlocks() {
    return this.#blocks.unread;
  }

  get notes() {
    return this.#dependencies.notes;
  }

  get #dependencies() {
    const { keysOf, ids } = this.#reading;
    this.#stated ??= statedReferences(this, keysOf(this.json as JsonObject).dependencies, ids);
    return this.#stated;
  }

  get #blocks() {
    const { keysOf, ids } = this.#reading;
    this.#blocked ??= statedReferences(this, keysOf(this.json as JsonObject).blocks, ids);
    return this.#blocked;
  }

  get statesDependencies() {
    const { json } = this;
    if (typeof json !== 'object' || json === null || Array.isArray(json)) return false;
    const { dependencies, blocks } = this.#reading.keysOf(json);
    return [...dependencies, ...blocks].some((key) => Object.hasOwn(json, key));
  }

  get claimedStatus() {
    return located(this, 'status');
  }

  get effort() {
    return this.#reading.effortOf(this.object?.estimated_hours);
  }

  get actual() {
    const hours = this.object?.actual_hours;
    return typeof hours === 'string' || typeof hours === 'number' ? readSpent(hours) : undefined;
  }

  get estimate() {
    return located(this, 'estimated_hours');
  }

  get unreadableHours() {
    if (saysNothing(this.object?.estimated_hours) || this.effort) return undefined;
    return this.member('estimated_hours').span;
  }

  get priority() {
    return idText(this.object?.priority, this, 'priority');
  }

  get executor() {
    return located(this, 'executor')?.value;
  }

  /** Where it has several, the one that claims most counts. */
  get declaredLevel() {
    for (const key of LEVEL_KEYS) {
      const number = groupNumber(this.object?.[key]);
      if (number !== undefined) return new Level(key, number, this.member(key));
    }
    return undefined;
  }

  get subExecutions(): readonly SubExecution[] {
    if (!Array.isArray(this.object?.sub_executions)) return NO_PARTS;
    const list = this.member('sub_executions');
    return withoutGaps((list.list ?? []).map((_, at) => readSubExecution(list, at, this.#reading.effortOf)));
  }
}

/** An empty list, a flag or nothing states no dependencies, whatever the key. */
const statesSomething = ({ json }: JsonCursor): boolean =>
  typeof json === 'string'
    ? json.trim() !== ''
    : typeof json !== 'boolean' && json !== null && !isEmpty(json);

const isEmpty = (json: unknown): boolean => Array.isArray(json) && json.length === 0;

const NO_PARTS: readonly never[] = [];
const LEVEL_KEYS = ['dependency_level', 'wave', 'level'] as const;

class Level extends AtCursor implements DeclaredLevel {
  readonly key: DeclaredLevel['key'];
  readonly number: number;

  constructor(key: DeclaredLevel['key'], number: number, cursor: JsonCursor) {
    super(cursor);
    this.key = key;
    this.number = number;
  }
}

/** Values of another kind are up to the schema. */
const saysNothing = (value: unknown): boolean =>
  typeof value === 'string' ? isNoEstimate(value) : typeof value !== 'number';

const readSubExecution = (list: JsonCursor, at: number, effortOf: EffortOf): SubExecution | undefined => {
  const object = asObject(list.list?.[at]);
  if (!object) return undefined;
  const element = list.element(at);
  const id = idText(object.execution_id, element, 'execution_id') ?? idText(object.id, element, 'id');
  return id === undefined ? undefined : new ListedPart(object, list, at, id, effortOf);
};

/** Being a class, it must not be spread. */
class ListedPart extends JsonCursor implements SubExecution {
  readonly id: string;
  readonly #effortOf: EffortOf;

  constructor(json: JsonObject, list: JsonCursor, at: number, id: string, effortOf: EffortOf) {
    super(json, list, at);
    this.id = id;
    this.#effortOf = effortOf;
  }

  get title() {
    return located(this, 'title')?.value;
  }

  get dependencies() {
    return references(this.object?.dependencies, this, 'dependencies').map(({ value }) => value);
  }

  get effort() {
    return this.#effortOf(this.object?.estimated_hours);
  }

  get executor() {
    return located(this, 'executor')?.value;
  }

  get claimedStatus() {
    return located(this, 'status')?.value;
  }
}
