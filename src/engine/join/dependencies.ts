import type { ParallelFacts } from '../facts/parallelFacts';
import type { AchievementFacts, PlanFacts } from '../facts/planFacts';
import type { Words } from '../facts/stated';
import type {
  Dependency,
  DependencySaying,
  DependencyStatement,
  DependencyWords,
} from '../model/achievement';
import type { AchievementId } from '../model/ids';
import type { DependencySource, ParallelDocument } from '../model/plan';
import type { Span } from '../model/text';
import { type StatedDependencyWords, wordsInParallel } from './parallelWords';

/** Dependencies by achievement, with every place that states them. */
export interface JoinedDependencies {
  readonly source: DependencySource;
  of(id: AchievementId): readonly Dependency[];
  /** What else stands where that source states them. */
  wordsOf(id: AchievementId): StatedDependencyWords;
}

const NO_WORDS: StatedDependencyWords = { unread: [], notes: [] };

const NONE: readonly Dependency[] = [];

/** A statement whose place is looked up when asked for. Being a class, it must not be spread. */
class Said implements DependencyStatement {
  readonly by: DependencySaying;
  readonly uri: string;
  readonly #place: { readonly span: Span };

  constructor(by: DependencySaying, uri: string, place: { readonly span: Span }) {
    this.by = by;
    this.uri = uri;
    this.#place = place;
  }

  get span() {
    return this.#place.span;
  }
}

/** Collects statements, each dependency once, in the order first said. */
class Statements {
  readonly #uri: string;
  readonly #said = new Map<AchievementId, Map<AchievementId, DependencyStatement[]>>();

  constructor(uri: string) {
    this.#uri = uri;
  }

  add(
    dependent: AchievementId,
    dependency: AchievementId,
    by: DependencySaying,
    place: { readonly span: Span },
  ): void {
    const statement = new Said(by, this.#uri, place);
    const own = this.#said.get(dependent) ?? new Map<AchievementId, DependencyStatement[]>();
    this.#said.set(dependent, own);
    const said = own.get(dependency);
    if (said) said.push(statement);
    else own.set(dependency, [statement]);
  }

  of(id: AchievementId): readonly Dependency[] {
    const own = this.#said.get(id);
    return own === undefined ? NONE : [...own].map(([dependency, said]) => ({ id: dependency, said }));
  }
}

/**
 * The effective dependencies (DESIGN "Dependencies"): parallel.json where it lists achievements, else the PLAN's own
 * fields where it has any, else none.
 */
export const joinDependencies = (
  plan: { readonly uri: string; readonly facts: PlanFacts } | undefined,
  parallel: ParallelDocument | undefined,
): JoinedDependencies => {
  if (parallel && parallel.facts.achievements.length > 0)
    return joined('parallel.json', ofParallel(parallel.uri, parallel.facts), wordsInParallel(parallel));
  if (plan?.facts.achievements.some(statesDependencies))
    return joined('plan', ofPlan(plan.uri, plan.facts), wordsInPlan(plan.uri, plan.facts));
  return { source: 'none', of: () => [], wordsOf: () => NO_WORDS };
};

const joined = (
  source: DependencySource,
  statements: Statements,
  words?: ReadonlyMap<AchievementId, StatedDependencyWords>,
): JoinedDependencies => ({
  source,
  of: (id) => statements.of(id),
  wordsOf: (id) => words?.get(id) ?? NO_WORDS,
});

const wordsInPlan = (uri: string, facts: PlanFacts): ReadonlyMap<AchievementId, StatedDependencyWords> => {
  const words = new Map<AchievementId, StatedDependencyWords>();
  for (const { id, statedWords } of facts.achievements) {
    const { unread, notes } = statedWords;
    if ((unread.length === 0 && notes.length === 0) || words.has(id)) continue;
    const at = (each: Words): DependencyWords => ({ uri, ...each });
    words.set(id, { unread: unread.map(at), notes: notes.map(at) });
  }
  return words;
};

/** Whether an achievement of a PLAN says what it depends on or blocks, be it `None`. */
export const statesDependencies = (facts: AchievementFacts): boolean =>
  facts.mayStateDependencies && facts.fields.some(({ name }) => name === 'dependencies' || name === 'blocks');

const ofParallel = (uri: string, facts: ParallelFacts): Statements => {
  const statements = new Statements(uri);
  for (const { id, dependencies, blocks } of facts.achievements) {
    for (const each of dependencies) statements.add(id, each.value, 'dependencies', each);
    for (const each of blocks) statements.add(each.value, id, 'blocks', each);
  }
  for (const each of facts.crossPriority) {
    statements.add(each.from.value, each.to.value, 'cross_priority_dependencies', each);
  }
  return statements;
};

const ofPlan = (uri: string, facts: PlanFacts): Statements => {
  const statements = new Statements(uri);
  for (const { id, dependencies, blocks } of facts.achievements) {
    for (const stated of dependencies) statements.add(id, stated.id, 'plan-dependencies', stated);
    for (const stated of blocks) statements.add(stated.id, id, 'plan-blocks', stated);
  }
  return statements;
};
