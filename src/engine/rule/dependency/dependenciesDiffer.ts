import type { IdReference, ParallelFacts } from '../../facts/parallelFacts';
import type { AchievementFacts, PlanFacts } from '../../facts/planFacts';
import type { Edge } from '../../model/edge';
import type { AchievementId } from '../../model/ids';
import type { Span } from '../../model/text';
import { parallelStatements, planStatements } from '../../statement/statement';
import type { Rule } from '../rule';
import { differenceFixes } from './differenceFixes';

export const dependenciesDiffer: Rule = {
  code: 'dependencies-differ',
  severity: 'warning',
  summary: 'The PLAN and parallel.json state different dependencies',
  explanation:
    'If there is a parallel.json, its dependencies count. Those in the PLAN only reach people, who are then misled. ' +
    'A `Blocks` in one document and a `Dependencies` in the other can state the same dependency.',
  example: { language: 'markdown', text: '**Achievement 3.2**: Title\n\n- **Dependencies**: 3.1' },
  fix:
    'Decide which is right and correct the other. One quick fix writes the dependencies of the PLAN into ' +
    'parallel.json, unless that creates a cycle. The other writes those of parallel.json into the field of the PLAN.',
  *check(plan) {
    const { uri, facts, parallel } = plan;
    if (!facts || !parallel || plan.dependencySource !== 'parallel.json') return;
    if (!facts.achievements.some(({ mayStateDependencies }) => mayStateDependencies)) return;
    const inPlan = dependenciesOf(planStatements(uri, facts));
    const inParallel = dependenciesOf(parallelStatements(parallel.uri, parallel.facts));
    const entries = entriesOf(parallel.facts);
    const fixes = differenceFixes(plan, parallel.uri);
    for (const achievement of firstDefinitions(facts)) {
      const entry = entries.get(achievement.id);
      const field = entry && achievement.mayStateDependencies ? declaredField(achievement) : undefined;
      if (!entry || !field) continue;
      const stated = achievement.dependencies.map(({ id }) => id);
      const counted = inParallel.get(achievement.id) ?? new Set();
      const allStated = inPlan.get(achievement.id) ?? new Set();
      const listed = entry.dependencies.map(({ value }) => value);
      const onlyStated = stated.filter((id) => !counted.has(id));
      const onlyListed = [...new Set(listed)].filter((id) => !allStated.has(id));
      if (onlyStated.length + onlyListed.length === 0) continue;
      yield {
        uri,
        span: field,
        message: `The PLAN says that ${entry.id} depends on ${namesOf(stated)}; parallel.json says ${namesOf([...counted])}, which counts.`,
        related: [
          {
            uri: parallel.uri,
            span: listedSpan(entry.dependencies, entry.idSpan),
            message: `The dependencies of ${entry.id} that count`,
          },
        ],
        fixes: fixes(entry.id, onlyStated, onlyListed),
      };
    }
  },
};

const namesOf = (ids: readonly AchievementId[]): string => (ids.length === 0 ? 'nothing' : ids.join(', '));

const dependenciesOf = (
  statements: Iterable<Edge>,
): ReadonlyMap<AchievementId, ReadonlySet<AchievementId>> => {
  const found = new Map<AchievementId, Set<AchievementId>>();
  for (const { dependent, dependency } of statements) {
    const own = found.get(dependent);
    if (own) own.add(dependency);
    else found.set(dependent, new Set([dependency]));
  }
  return found;
};

const entriesOf = ({
  achievements,
}: ParallelFacts): ReadonlyMap<AchievementId, ParallelFacts['achievements'][number]> =>
  new Map(achievements.map((each) => [each.id, each]));

const firstDefinitions = ({ achievements }: PlanFacts): readonly AchievementFacts[] => {
  const seen = new Set<AchievementId>();
  return achievements.filter(({ id }) => !seen.has(id) && seen.add(id));
};

const NOTHING = /^\W*(?:none|nothing|n\/a|no\b|-+|–|—)/i;

/** The place of a `Dependencies` field that can be understood: it states ids, or says that there are none. */
const declaredField = ({ fields, dependencies }: AchievementFacts): Span | undefined => {
  const field = fields.find(({ name }) => name === 'dependencies');
  if (!field || (dependencies.length === 0 && !NOTHING.test(field.value))) return undefined;
  return field.value === '' ? field.block : field.valueSpan;
};

const listedSpan = (references: readonly IdReference[], fallback: Span): Span => {
  const [first] = references;
  const last = references.at(-1);
  return first && last ? { start: first.span.start, end: last.span.end } : fallback;
};
