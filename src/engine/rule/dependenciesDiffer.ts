import type { IdReference, ParallelFacts } from '../document/parallelFile';
import type { AchievementFacts, PlanFacts } from '../document/plan';
import type { AchievementId } from '../model/achievement';
import type { Place, Span } from '../model/text';
import { type Edge, parallelStatements, planStatements } from './edge';
import type { Problem, Rule } from './rule';

export const dependenciesDiffer: Rule = {
  code: 'dependencies-differ',
  severity: 'warning',
  summary: 'The PLAN and parallel.json state different dependencies',
  explanation:
    'Where there is a parallel.json its dependencies count, and those in the text of the PLAN are only read by people, ' +
    'who are then misled. What one of the two says as `Blocks` and the other as `Dependencies` is the same.',
  example: { language: 'markdown', text: '**Achievement 3.2**: Title\n\n- **Dependencies**: 3.1' },
  fix: 'Decide which is right and correct the other.',
  *check({ uri, facts, parallel, dependencySource }) {
    if (!facts || !parallel || dependencySource !== 'parallel.json') return;
    if (!facts.achievements.some(({ mayStateDependencies }) => mayStateDependencies)) return;
    const inPlan = dependenciesOf(planStatements(uri, facts));
    const inParallel = dependenciesOf(parallelStatements(parallel.uri, parallel.facts));
    const entries = entriesOf(parallel.facts);
    for (const achievement of firstDefinitions(facts)) {
      const entry = entries.get(achievement.id);
      const field = entry && achievement.mayStateDependencies ? declaredField(achievement) : undefined;
      if (!entry || !field) continue;
      const stated = achievement.dependencies.map(({ id }) => id);
      const counted = inParallel.get(achievement.id) ?? new Set();
      const allStated = inPlan.get(achievement.id) ?? new Set();
      const isSame =
        stated.every((id) => counted.has(id)) &&
        entry.dependencies.every(({ value }) => allStated.has(value));
      if (!isSame) {
        const listed = { uri: parallel.uri, span: listedSpan(entry.dependencies, entry.idSpan) };
        yield problemOf(achievement.id, { uri, span: field }, stated, [...counted], listed);
      }
    }
  },
};

const problemOf = (
  id: AchievementId,
  place: Place,
  stated: readonly AchievementId[],
  counted: readonly AchievementId[],
  listed: Place,
): Problem => ({
  ...place,
  message: `The PLAN says that ${id} depends on ${namesOf(stated)}; parallel.json says ${namesOf(counted)}, which counts.`,
  related: [{ ...listed, message: `The dependencies of ${id} that count` }],
});

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
