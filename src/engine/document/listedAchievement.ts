import { withoutGaps } from '../../shared/withoutGaps';
import type { AchievementId } from '../model/achievement';
import { groupNumber } from './declaredGroups';
import { isNoEstimate, readSpent } from './effort';
import { AtCursor, asObject, JsonCursor, type JsonObject } from './jsonSource';
import type { DeclaredLevel, IdReference, ParallelAchievement, SubExecution } from './parallelFile';
import { type EffortOf, idText, located, references } from './parallelValues';

/** Reads an element of a list of achievements; undefined where it has no id. */
export const readListed = (
  list: JsonCursor,
  at: number,
  effortOf: EffortOf,
): ParallelAchievement | undefined => {
  const object = asObject(list.list?.[at]);
  if (!object) return undefined;
  const key = idKey(object);
  const json = object[key];
  const id = typeof json === 'string' ? json.trim() : idText(json, list.element(at), key);
  return id === undefined ? undefined : new ListedAchievement(object, list, at, id, effortOf);
};

/** The key of the member that names it. */
const idKey = ({ achievement_id: id }: JsonObject): 'achievement_id' | 'id' =>
  typeof id === 'string' || typeof id === 'number' ? 'achievement_id' : 'id';

/**
 * A view of an element: a file may list thousands, and of most of them only ids and dependencies are asked. Being a
 * class, it must not be spread.
 */
class ListedAchievement extends JsonCursor implements ParallelAchievement {
  readonly id: AchievementId;
  readonly #effortOf: EffortOf;
  #dependencies: readonly IdReference[] | undefined;
  #blocks: readonly IdReference[] | undefined;

  constructor(json: JsonObject, list: JsonCursor, at: number, id: AchievementId, effortOf: EffortOf) {
    super(json, list, at);
    this.id = id;
    this.#effortOf = effortOf;
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
    this.#dependencies ??= references(this.object?.dependencies, this, 'dependencies');
    return this.#dependencies;
  }

  get blocks() {
    this.#blocks ??= references(this.object?.blocks, this, 'blocks');
    return this.#blocks;
  }

  get statesDependencies() {
    return this.object?.dependencies !== undefined || this.object?.blocks !== undefined;
  }

  get claimedStatus() {
    return located(this, 'status');
  }

  get effort() {
    return this.#effortOf(this.object?.estimated_hours);
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
    return withoutGaps((list.list ?? []).map((_, at) => readSubExecution(list, at, this.#effortOf)));
  }
}

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
