import type { IdReference, ParallelFacts } from '../facts/parallelFacts';
import type { PlanFacts } from '../facts/planFacts';
import type { DependencySaying } from '../model/achievement';
import type { AnalysedPlan, BreakableDependency } from '../model/analysis';
import type { AchievementId } from '../model/ids';
import type { Place, Span } from '../model/text';

/** "`dependent` depends on `dependency`." */
export interface Edge {
  readonly dependent: AchievementId;
  readonly dependency: AchievementId;
}

/** A place in a document that names an id and so states an edge. */
export interface Statement extends Edge, Place {
  readonly by: DependencySaying;
  /** The end of the edge that is named here. */
  readonly named: AchievementId;
  /** What must go for the edge to go: the reference, or the object that holds both ends. */
  readonly whole: Span;
}

/** A statement whose places are looked up when asked for. Being a class, it must not be spread. */
class ParallelStatement implements Statement {
  readonly dependent: AchievementId;
  readonly dependency: AchievementId;
  readonly by: DependencySaying;
  readonly uri: string;
  readonly #reference: IdReference;
  readonly #whole: { readonly span: Span };

  constructor(
    { dependent, dependency }: Edge,
    by: DependencySaying,
    uri: string,
    reference: IdReference,
    whole: { readonly span: Span } = reference.whole ?? reference,
  ) {
    this.dependent = dependent;
    this.dependency = dependency;
    this.by = by;
    this.uri = uri;
    this.#reference = reference;
    this.#whole = whole;
  }

  get named() {
    return this.#reference.value;
  }

  get span() {
    return this.#reference.span;
  }

  get whole() {
    return this.#whole.span;
  }
}

/** What a parallel.json states, in text order of each kind; a cross-priority dependency names both of its ends. */
export const parallelStatements = (uri: string, facts: ParallelFacts): Statement[] => {
  const statements: Statement[] = [];
  for (const { id, dependencies, blocks } of facts.achievements) {
    for (const each of dependencies) {
      const edge = { dependent: id, dependency: each.value };
      statements.push(new ParallelStatement(edge, 'dependencies', uri, each));
    }
    for (const each of blocks) {
      const edge = { dependent: each.value, dependency: id };
      statements.push(new ParallelStatement(edge, 'blocks', uri, each));
    }
  }
  for (const crossing of facts.crossPriority) {
    const edge = { dependent: crossing.from.value, dependency: crossing.to.value };
    for (const each of [crossing.to, crossing.from])
      statements.push(new ParallelStatement(edge, 'cross_priority_dependencies', uri, each, crossing));
  }
  return statements;
};

/** What the `Dependencies` and `Blocks` fields of a PLAN state. */
export const planStatements = (uri: string, facts: PlanFacts): Statement[] => {
  const statements: Statement[] = [];
  for (const { id, dependencies, blocks } of facts.achievements) {
    for (const { id: named, span } of dependencies) {
      const by = 'plan-dependencies';
      statements.push({ dependent: id, dependency: named, by, named, uri, span, whole: span });
    }
    for (const { id: named, span } of blocks) {
      statements.push({ dependent: named, dependency: id, by: 'plan-blocks', named, uri, span, whole: span });
    }
  }
  return statements;
};

const frontMatterStatements = ({ achievements }: AnalysedPlan): Statement[] =>
  achievements.flatMap(({ id, dependencies }) =>
    dependencies.flatMap(({ id: named, said }) =>
      said
        .filter(({ by }) => by === 'front-matter' || by === 'batch-plan')
        .map(({ by, uri, span }) => ({
          dependent: id,
          dependency: named,
          by,
          named,
          uri,
          span,
          whole: span,
        })),
    ),
  );

/** Of the plan that was asked about last, for its rules ask one after the other; others need not be kept. */
let remembered = new WeakMap<AnalysedPlan, readonly Statement[]>();

/** Everything the plan's documents state that counts: parallel.json, else the PLAN, or the front matter of PRPs. */
export const statementsOf = (plan: AnalysedPlan): readonly Statement[] => {
  const before = remembered.get(plan);
  if (before) return before;
  const { parallel, facts, uri } = plan;
  const statements = [
    ...(parallel ? parallelStatements(parallel.uri, parallel.facts) : []),
    ...(facts && plan.dependencySource === 'plan' ? planStatements(uri, facts) : []),
    ...(plan.kind === 'prp-batch' ? frontMatterStatements(plan) : []),
  ];
  remembered = new WeakMap([[plan, statements]]);
  return statements;
};

export const sameEdge = (one: Edge, other: Edge): boolean =>
  one.dependent === other.dependent && one.dependency === other.dependency;

/** The same text for the same edge alone, whatever stands in its ids: a key of maps and sets. */
export const edgeKey = ({ dependent, dependency }: Edge): string => JSON.stringify([dependent, dependency]);

/** What an achievement depends on, as an edge. */
export const edgeOf = ({ id, dependsOn }: BreakableDependency): Edge => ({
  dependent: id,
  dependency: dependsOn,
});
