import { lazy } from '../../../shared/lazy';
import type { AnalysedPlan, Cycle } from '../../model/analysis';
import type { Edge } from '../../model/edge';
import type { Rule } from '../rule';
import { cycleFixes, type StatedEdge } from './cycleFixes';

export const dependencyCycle: Rule = {
  code: 'dependency-cycle',
  severity: 'error',
  summary: 'Achievements depend on each other in a circle',
  explanation:
    'None of them can ever start, nor can anything that depends on them. The arrow in the message reads "depends on"; ' +
    'the related information leads to each dependency of the circle.',
  example: {
    language: 'json',
    text:
      '{ "achievements": [\n' +
      '  { "achievement_id": "1.1", "dependencies": ["1.2"] },\n' +
      '  { "achievement_id": "1.2", "dependencies": ["1.1"] }\n' +
      '] }',
  },
  fix:
    'Remove one of the dependencies; which one is wrong, only you can know. The quick fixes come in this order: the ' +
    'dependencies without which none of these achievements is in a circle any more, first those that leave the shortest ' +
    'chain of work through them and all that comes before and after (by the estimates where every achievement has ' +
    'one, else by their number), then those that reach ' +
    'furthest ahead in the document, as achievements seldom depend on what comes later. Where no single dependency ' +
    'does, one fix removes as few as possible together (in circles of hundreds of dependencies maybe not the fewest, ' +
    'and its title says so only where they are). Then come the other dependencies of this circle.',
  *check(plan) {
    const fixesOf = lazy(() => cycleFixes(plan, (edge) => statedEdge(plan, edge)));
    for (const cycle of plan.cycles) {
      const edges = cycle.length > 2 ? edgesOf(plan, cycle) : [];
      const [first] = edges;
      if (!first) continue;
      yield {
        uri: first.uri,
        span: first.span,
        message: `Circular dependency: ${cycle.join(' → ')}`,
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
