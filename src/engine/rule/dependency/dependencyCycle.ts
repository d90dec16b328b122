import { lazy } from '../../../shared/lazy';
import type { AnalysedPlan, Cycle } from '../../model/analysis';
import type { Edge } from '../../model/edge';
import type { Rule } from '../rule';
import { cycleFixes, type StatedEdge } from './cycleFixes';

export const dependencyCycle: Rule = {
  code: 'dependency-cycle',
  severity: 'error',
  summary: 'Achievements depend on each other in a cycle',
  explanation:
    'None of them can ever start, and neither can anything that depends on them. The arrow in the message reads ' +
    '"depends on". The related information leads to each dependency of the cycle.',
  example: {
    language: 'json',
    text:
      '{ "achievements": [\n' +
      '  { "achievement_id": "1.1", "dependencies": ["1.2"] },\n' +
      '  { "achievement_id": "1.2", "dependencies": ["1.1"] }\n' +
      '] }',
  },
  fix:
    'Remove one of the dependencies. Only you can know which one is wrong. The quick fixes come in this order:\n\n' +
    '1. Each single dependency whose removal takes all these achievements out of every cycle. First come those that ' +
    'leave the shortest chain of work, counted with everything before and after. Its length is in hours if every ' +
    'achievement has an estimate, else in achievements. Among equals, those that reach furthest ahead in the ' +
    'document come first, because achievements seldom depend on later ones.\n' +
    '2. If no single dependency is enough: the smallest set found. Its title says "the fewest" only if that is ' +
    'proven, which can fail in cycles of hundreds of dependencies.\n' +
    '3. The other dependencies of this cycle.',
  *check(plan) {
    const fixesOf = lazy(() => cycleFixes(plan, (edge) => statedEdge(plan, edge)));
    for (const cycle of plan.cycles) {
      const edges = cycle.length > 2 ? edgesOf(plan, cycle) : [];
      const [first] = edges;
      if (!first) continue;
      yield {
        uri: first.uri,
        span: first.span,
        message: `Dependency cycle: ${cycle.join(' → ')}`,
        related: edges.map(({ uri, span, dependent, dependency }) => ({
          uri,
          span,
          message: `${dependent} depends on ${dependency}`,
        })),
        fixes: () => fixesOf()(cycle, edges),
      };
    }
  },
};

/** The edges of a cycle, each where it is said first. */
const edgesOf = (plan: AnalysedPlan, cycle: Cycle): readonly StatedEdge[] =>
  cycle.slice(0, -1).flatMap((dependent, at) => {
    const dependency = cycle[at + 1];
    const edge = dependency === undefined ? undefined : statedEdge(plan, { dependent, dependency });
    return edge ? [edge] : [];
  });

const statedEdge = ({ byId }: AnalysedPlan, { dependent, dependency }: Edge): StatedEdge | undefined => {
  const said = byId.get(dependent)?.dependencies.find(({ id }) => id === dependency)?.said[0];
  return said && { by: said.by, uri: said.uri, span: said.span, dependent, dependency };
};
