import type { Dependency } from '../../model/achievement';
import type { AnalysedPlan, RedundantDependency } from '../../model/analysis';
import type { Edge } from '../../model/edge';
import type { Place } from '../../model/text';
import type { Fix, RelatedPlace } from '../finding';
import type { Rule } from '../rule';
import { removeEdgeFix, removeEdgesFix } from './edgeFixes';

export const redundantDependency: Rule = {
  code: 'redundant-dependency',
  severity: 'hint',
  summary: 'A dependency in parallel.json follows from another one',
  explanation:
    'If 1.3 depends on 1.2, and 1.2 on 1.1, then 1.3 need not name 1.1. Without it the levels stay the same, and so ' +
    'does what is ready or blocked. The graph is easier to read. The arrow in the message reads "depends on". ' +
    'Dependencies in or behind a cycle are never called redundant.',
  example: {
    language: 'json',
    text:
      '{ "achievements": [\n' +
      '  { "achievement_id": "1.1", "dependencies": [] },\n' +
      '  { "achievement_id": "1.2", "dependencies": ["1.1"] },\n' +
      '  { "achievement_id": "1.3", "dependencies": ["1.1", "1.2"] }\n' +
      '] }',
  },
  fix:
    'Leave it, or remove it. Quick fixes remove one dependency or all of them; the order of work stays the same. ' +
    'There is one finding per file.',
  *check(plan) {
    if (!plan.parallel || plan.dependencySource !== 'parallel.json') return;
    const all = plan.redundant().flatMap((each) => redundancyIn(plan, each) ?? []);
    const [first, ...others] = all;
    if (!first) return;
    if (others.length === 0) {
      yield {
        ...placeOf(first),
        message: `${first.message}.`,
        related: first.steps(),
        fixes: removalOf(first),
      };
      return;
    }
    yield {
      ...placeOf(first),
      message: `${all.length} dependencies follow from others, the first of them: ${first.message}.`,
      related: all.map((each) => ({ ...placeOf(each), message: each.message })),
      fixes: () => [...removalOfAll(first, all), ...all.flatMap(removalOf)],
    };
  },
};

/** A dependency that is stated and follows from others. */
interface Redundancy extends Edge {
  readonly said: Statement;
  /** A sentence without its full stop. */
  readonly message: string;
  /** The dependencies it follows from. */
  steps(): readonly RelatedPlace[];
}

type Statement = Dependency['said'][number];

const redundancyIn = (plan: AnalysedPlan, each: RedundantDependency): Redundancy | undefined => {
  const { id: dependent, dependsOn: dependency, way } = each;
  const said = statementOf(plan, dependent, dependency);
  if (!said) return undefined;
  const reason = way ? `: ${shortened(way).join(' → ')}` : ' through its other dependencies';
  const message = `${dependent} depends on ${dependency} anyway${reason}`;
  return { dependent, dependency, said, message, steps: () => stepsOf(plan, each) };
};

const placeOf = ({ said: { uri, span } }: Redundancy): Place => ({ uri, span });

const removalOf = (each: Redundancy): readonly Fix[] => removeEdgeFix(each, each.said);

const removalOfAll = (first: Redundancy, all: readonly Redundancy[]): readonly Fix[] =>
  removeEdgesFix(all, first.said, `Remove all ${all.length} dependencies that follow from others`);

/** Ways longer than this are named by their ends. */
const LONGEST = 8;

const shortened = (way: readonly string[]): readonly string[] =>
  way.length <= LONGEST ? way : [...way.slice(0, LONGEST - 3), '…', ...way.slice(-2)];

const statementOf = ({ byId }: AnalysedPlan, dependent: string, dependency: string) =>
  byId.get(dependent)?.dependencies.find(({ id }) => id === dependency)?.said[0];

const stepsOf = (plan: AnalysedPlan, { way = [] }: RedundantDependency): readonly RelatedPlace[] =>
  way.length > LONGEST
    ? []
    : way.slice(1).flatMap((dependency, at) => {
        const dependent = way[at] ?? dependency;
        const said = statementOf(plan, dependent, dependency);
        return said
          ? [{ uri: said.uri, span: said.span, message: `${dependent} depends on ${dependency}` }]
          : [];
      });
