import type { ParallelFacts } from '../document/parallelFile';
import type { PlanFacts } from '../document/plan';
import type { AchievementId, DependencySaying } from '../model/achievement';
import type { AnalysedPlan } from '../model/analysis';
import type { Place, Span } from '../model/text';

/** "`dependent` depends on `dependency`." */
export interface Edge {
  readonly dependent: AchievementId;
  readonly dependency: AchievementId;
}

/** A place in one document that names an id and so states an edge. */
export interface Statement extends Edge {
  readonly by: DependencySaying;
  /** The end of the edge that is named here. */
  readonly named: AchievementId;
  readonly span: Span;
  /** What must go for the edge to go: the reference, or the object that holds both ends. */
  readonly whole: Span;
}

export type PlacedStatement = Statement & Place;

/** What a parallel.json states, in text order of each kind; a cross-priority dependency names both of its ends. */
export function* parallelStatements(facts: ParallelFacts): Generator<Statement> {
  for (const { id, dependencies, blocks } of facts.achievements) {
    for (const { value, span } of dependencies) {
      yield { dependent: id, dependency: value, by: 'dependencies', named: value, span, whole: span };
    }
    for (const { value, span } of blocks) {
      yield { dependent: value, dependency: id, by: 'blocks', named: value, span, whole: span };
    }
  }
  for (const { from, to, span: whole } of facts.crossPriority) {
    const edge = {
      dependent: from.value,
      dependency: to.value,
      by: 'cross_priority_dependencies',
      whole,
    } as const;
    yield { ...edge, named: to.value, span: to.span };
    yield { ...edge, named: from.value, span: from.span };
  }
}

/** What the `Dependencies` and `Blocks` fields of a PLAN state. */
export function* planStatements(facts: PlanFacts): Generator<Statement> {
  for (const { id, dependencies, blocks } of facts.achievements) {
    for (const { id: named, span } of dependencies) {
      yield { dependent: id, dependency: named, by: 'plan-dependencies', named, span, whole: span };
    }
    for (const { id: named, span } of blocks) {
      yield { dependent: named, dependency: id, by: 'plan-blocks', named, span, whole: span };
    }
  }
}

/** Everything the plan's documents state that counts: parallel.json, else the PLAN, and front matter. */
export function* statementsOf(plan: AnalysedPlan): Generator<PlacedStatement> {
  if (plan.parallel) {
    const { uri, facts } = plan.parallel;
    for (const statement of parallelStatements(facts)) yield { ...statement, uri };
  }
  if (plan.facts && plan.dependencySource === 'plan') {
    for (const statement of planStatements(plan.facts)) yield { ...statement, uri: plan.uri };
  }
  for (const { id, dependencies } of plan.achievements) {
    for (const { id: named, said } of dependencies) {
      for (const { by, uri, span } of said) {
        if (by === 'front-matter')
          yield { dependent: id, dependency: named, by, named, uri, span, whole: span };
      }
    }
  }
}

export const sameEdge = (one: Edge, other: Edge): boolean =>
  one.dependent === other.dependent && one.dependency === other.dependency;
