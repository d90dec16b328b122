import type { ParallelAchievement } from '../../facts/parallelFacts';
import type { AnalysedAchievement, AnalysedPlan } from '../../model/analysis';
import type { AchievementId } from '../../model/ids';
import { isOver } from '../../model/status';
import type { Place } from '../../model/text';
import type { Problem, Rule } from '../rule';

/** A smaller plan may well have one achievement that stands alone. */
const FEWEST = 4;
/** More than one in so many standing alone is how the plan is meant. */
const ONE_IN = 10;

export const isolatedAchievement: Rule = {
  code: 'isolated-achievement',
  severity: 'info',
  summary: 'An achievement has no connection to the others, while nearly all others are connected',
  explanation:
    'It depends on nothing and nothing depends on it. So it counts as ready from the start, and it can wait until ' +
    'the very end. Often somebody forgot a dependency. Several independent achievements are normal. Therefore the ' +
    'rule looks only at plans with four or more achievements, and only if one achievement, or at most every tenth, ' +
    'stands alone. It does not report an achievement\n\n' +
    '- whose field in the PLAN says `None`,\n' +
    '- that is complete or skipped, or\n' +
    '- that parallel.json lacks, which is a problem of its own.',
  example: {
    language: 'json',
    text:
      '{ "achievements": [\n' +
      '  { "achievement_id": "1.1", "dependencies": [] },\n' +
      '  { "achievement_id": "1.2", "dependencies": ["1.1"] },\n' +
      '  { "achievement_id": "1.3", "dependencies": ["1.2"] },\n' +
      '  { "achievement_id": "1.4", "dependencies": [] }\n' +
      '] }',
  },
  fix: 'State what it depends on or what it blocks. If it is meant to stand alone, write `None` in its field in the PLAN.',
  *check(plan) {
    const { byId, dependencySource } = plan;
    if (dependencySource === 'none' || byId.size < FEWEST) return;
    const alone = aloneIn(plan);
    if (alone.length > Math.max(1, Math.floor(byId.size / ONE_IN))) return;
    const listed = new Map(plan.parallel?.facts.achievements.map((entry) => [entry.id, entry]));
    for (const achievement of alone) {
      const place = placeIn(plan, listed, achievement);
      if (place && !isOver(achievement.status) && !saysSomething(achievement)) {
        yield problemOf(plan, achievement, place, alone.length);
      }
    }
  },
};

/** Asks nobody for `dependents`, which are put in order. */
const aloneIn = ({ byId }: AnalysedPlan): readonly AnalysedAchievement[] => {
  const needed = new Set<AchievementId>();
  const roots: AnalysedAchievement[] = [];
  for (const achievement of byId.values()) {
    const { dependencies } = achievement;
    if (dependencies.length === 0) roots.push(achievement);
    for (const { id } of dependencies) needed.add(id);
  }
  return roots.filter(({ id }) => !needed.has(id));
};

/** The answer of a person, whatever document counts and whether or not it was understood. */
const saysSomething = ({ fields, unreadDependencies }: AnalysedAchievement): boolean =>
  unreadDependencies.length > 0 || fields.some(({ name, value }) => name === 'dependencies' && value !== '');

/** Where its dependencies would be stated. */
const placeIn = (
  { dependencySource, parallel }: AnalysedPlan,
  listed: ReadonlyMap<AchievementId, ParallelAchievement>,
  { id, uri, idSpan }: AnalysedAchievement,
): Place | undefined => {
  if (dependencySource !== 'parallel.json') return { uri, span: idSpan };
  const entry = listed.get(id);
  return parallel && entry && { uri: parallel.uri, span: entry.idSpan };
};

const problemOf = (
  { byId }: AnalysedPlan,
  { id, uri, idSpan }: AnalysedAchievement,
  place: Place,
  alone: number,
): Problem => ({
  ...place,
  message: `${id} depends on nothing and nothing depends on it, while ${byId.size - alone} other achievements are connected.`,
  related: place.uri === uri ? [] : [{ uri, span: idSpan, message: `The definition of ${id}` }],
});
