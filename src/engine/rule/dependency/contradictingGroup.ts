import { lazy } from '../../../shared/lazy';
import { askedChange } from '../../edit/guard/asked';
import { writeLevel } from '../../edit/json/valueEdits';
import type { AnalysedAchievement, AnalysedPlan } from '../../model/analysis';
import type { Fix } from '../finding';
import type { Problem, Rule } from '../rule';
import { type DeclaredOrder, type DeclaredPlace, declaredOrders } from './declaredOrder';
import { removeEdgeFix } from './edgeFixes';

export const contradictingGroup: Rule = {
  code: 'contradicting-group',
  severity: 'warning',
  summary: 'A level or wave in parallel.json contradicts the dependencies',
  explanation:
    'Whoever works through the file group by group starts this achievement too early. It depends on one that\n\n' +
    '- is in a later group of `levels`,\n' +
    '- is in the same or a later wave of `parallel_execution_waves`,\n' +
    '- has a higher `level`, or\n' +
    '- has the same or a higher `dependency_level` or `wave`.\n\n' +
    'Groups of `levels` are made by hand, so a dependency within one group is fine. Priorities say what matters, not ' +
    'what comes first, and are not checked. Neither are the dependencies of a cycle.',
  example: {
    language: 'json',
    text:
      '{ "levels": [\n' +
      '  { "level": 1, "achievements": [{ "id": "1.1", "dependencies": ["1.2"] }] },\n' +
      '  { "level": 2, "achievements": [{ "id": "1.2", "dependencies": [] }] }\n' +
      '] }',
  },
  fix:
    'Move the achievement to a later group, or correct the dependency. Quick fixes write the `dependency_level` or ' +
    '`wave` that follows from the dependencies, if that is enough, or remove the dependency.',
  *check(plan) {
    if (!plan.parallel) return;
    for (const order of declaredOrders(plan.parallel.facts)) {
      const first = lazy(() => firstNumber(plan.byId, order.places));
      for (const [id, place] of order.places) {
        const achievement = plan.byId.get(id);
        if (achievement) yield* contradictions(plan, plan.parallel.uri, order, achievement, place, first);
      }
    }
  },
};

function* contradictions(
  plan: AnalysedPlan,
  uri: string,
  order: DeclaredOrder,
  achievement: AnalysedAchievement,
  place: DeclaredPlace,
  first: () => number,
): Generator<Problem> {
  const { id, dependencies, levelReason } = achievement;
  for (const dependency of dependencies) {
    const other = order.places.get(dependency.id);
    const [said] = dependency.said;
    if (!other || !said || dependency.id === id || !isContradiction(order, place, other)) continue;
    if (levelReason === 'in-cycle' && plan.byId.get(dependency.id)?.levelReason === 'in-cycle') continue;
    yield {
      uri,
      span: place.span,
      message: `${id} ${inWords(order, place)}, but depends on ${dependency.id}, which ${inWords(order, other)}.`,
      related: [
        { uri: said.uri, span: said.span, message: `${id} depends on ${dependency.id}` },
        { uri, span: other.span, message: `${dependency.id} ${inWords(order, other)}` },
      ],
      fixes: [
        ...levelFix(uri, order, achievement, first),
        ...removeEdgeFix({ dependent: id, dependency: dependency.id }, said),
      ],
    };
  }
}

const isContradiction = (
  { isParallel }: DeclaredOrder,
  place: DeclaredPlace,
  other: DeclaredPlace,
): boolean => (isParallel ? place.number <= other.number : place.number < other.number);

/** `is in wave 2`, `has dependency_level 2`. */
const inWords = ({ name, isOwn }: DeclaredOrder, { number }: DeclaredPlace): string =>
  `${isOwn ? 'has' : 'is in'} ${name} ${number}`;

/** The level that follows, counted from where the file starts to count; only where it comes after all it depends on. */
const levelFix = (
  uri: string,
  { name, isOwn, isParallel, places }: DeclaredOrder,
  { id, level, dependencies }: AnalysedAchievement,
  first: () => number,
): readonly Fix[] => {
  if (!isOwn || !isParallel || level === undefined) return [];
  const right = level + first();
  const isAfterAll = dependencies.every((each) => (places.get(each.id)?.number ?? -1) < right);
  if (!isAfterAll) return [];
  const title = `Write the ${name} that follows from the dependencies: ${right}`;
  const asked = askedChange('parallel', [id], 'level');
  return [{ title, preferred: false, uri, asked, edits: (text) => writeLevel(text, id, name, right) }];
};

/** The number most achievements without dependencies have been given: 0 or 1. */
const firstNumber = (byId: AnalysedPlan['byId'], places: ReadonlyMap<string, DeclaredPlace>): number => {
  let zeros = 0;
  let others = 0;
  for (const [id, { number }] of places) {
    if (byId.get(id)?.level !== 0) continue;
    if (number === 0) zeros++;
    else others++;
  }
  return zeros > others ? 0 : 1;
};
