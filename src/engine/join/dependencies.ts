import type { ParallelFacts } from '../document/parallelFile';
import type { AchievementFacts, PlanFacts } from '../document/plan';
import type { AchievementId, Dependency, DependencySaying, DependencyStatement } from '../model/achievement';
import type { DependencySource, ParallelDocument } from '../model/plan';
import type { Span } from '../model/text';

/** Dependencies by achievement, with every place that states them. */
export interface JoinedDependencies {
  readonly source: DependencySource;
  of(id: AchievementId): readonly Dependency[];
}

const NONE: readonly Dependency[] = [];

/** Collects statements, each dependency once, in the order first said. */
class Statements {
  readonly #uri: string;
  readonly #said = new Map<AchievementId, Map<AchievementId, DependencyStatement[]>>();

  constructor(uri: string) {
    this.#uri = uri;
  }

  add(dependent: AchievementId, dependency: AchievementId, by: DependencySaying, span: Span): void {
    const statement: DependencyStatement = { by, uri: this.#uri, span };
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
    return joined('parallel.json', ofParallel(parallel.uri, parallel.facts));
  if (plan?.facts.achievements.some(statesDependencies)) return joined('plan', ofPlan(plan.uri, plan.facts));
  return { source: 'none', of: () => [] };
};

const joined = (source: DependencySource, statements: Statements): JoinedDependencies => ({
  source,
  of: (id) => statements.of(id),
});

/** Whether an achievement of a PLAN says what it depends on or blocks, be it `None`. */
export const statesDependencies = (facts: AchievementFacts): boolean =>
  facts.mayStateDependencies && facts.fields.some(({ name }) => name === 'dependencies' || name === 'blocks');

const ofParallel = (uri: string, facts: ParallelFacts): Statements => {
  const statements = new Statements(uri);
  for (const { id, dependencies, blocks } of facts.achievements) {
    for (const { value, span } of dependencies) statements.add(id, value, 'dependencies', span);
    for (const { value, span } of blocks) statements.add(value, id, 'blocks', span);
  }
  for (const { from, to, span } of facts.crossPriority) {
    statements.add(from.value, to.value, 'cross_priority_dependencies', span);
  }
  return statements;
};

const ofPlan = (uri: string, facts: PlanFacts): Statements => {
  const statements = new Statements(uri);
  for (const { id, dependencies, blocks } of facts.achievements) {
    for (const stated of dependencies) statements.add(id, stated.id, 'plan-dependencies', stated.span);
    for (const stated of blocks) statements.add(stated.id, id, 'plan-blocks', stated.span);
  }
  return statements;
};
