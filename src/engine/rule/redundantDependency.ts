import type { AnalysedPlan, RedundantDependency } from '../model/analysis';
import { removeEdgeFix } from './edgeFixes';
import type { RelatedPlace } from './finding';
import type { Rule } from './rule';

export const redundantDependency: Rule = {
  code: 'redundant-dependency',
  severity: 'info',
  summary: 'A dependency in parallel.json follows from another one',
  explanation:
    'What 1.3 depends on through 1.2 it need not name itself: levels, what is ready and what blocks stay the same ' +
    'without it, and the graph is easier to read. The arrow in the message reads "depends on". Dependencies in or ' +
    'behind a cycle are never called redundant.',
  example: {
    language: 'json',
    text:
      '{ "achievements": [\n' +
      '  { "achievement_id": "1.1", "dependencies": [] },\n' +
      '  { "achievement_id": "1.2", "dependencies": ["1.1"] },\n' +
      '  { "achievement_id": "1.3", "dependencies": ["1.1", "1.2"] }\n' +
      '] }',
  },
  fix: 'Leave it, or remove it; the quick fix removes it. All of them can be removed: what waits for what stays the same.',
  *check(plan) {
    if (!plan.parallel || plan.dependencySource !== 'parallel.json') return;
    const { uri } = plan.parallel;
    for (const each of plan.redundant()) {
      const { id: dependent, dependsOn: dependency, way } = each;
      const said = statementOf(plan, dependent, dependency);
      if (!said) continue;
      const reason = way ? `: ${shortened(way).join(' → ')}` : ' through its other dependencies';
      yield {
        uri: said.uri,
        span: said.span,
        message: `${dependent} depends on ${dependency} anyway${reason}.`,
        related: stepsOf(plan, each),
        fixes: removeEdgeFix({ dependent, dependency }, { by: said.by, uri }),
      };
    }
  },
};

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
