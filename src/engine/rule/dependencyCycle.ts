import type { AnalysedPlan, Cycle } from '../model/analysis';
import type { Edge, Statement } from './edge';
import { removeEdgeFix } from './edgeFixes';
import type { Problem, Rule } from './rule';

type StatedEdge = Edge & Pick<Statement, 'by' | 'uri' | 'span'>;

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
  fix: 'Remove one of the dependencies. There is a quick fix for each; which one is wrong, only you can know.',
  *check(plan) {
    for (const cycle of plan.cycles) {
      const problem = cycle.length > 2 && problemOf(plan, cycle);
      if (problem) yield problem;
    }
  },
};

const problemOf = (plan: AnalysedPlan, cycle: Cycle): Problem | undefined => {
  const edges = edgesOf(plan, cycle);
  const [first] = edges;
  if (!first) return undefined;
  return {
    uri: first.uri,
    span: first.span,
    message: `Circular dependency: ${cycle.join(' → ')}`,
    related: edges.map(({ uri, span, dependent, dependency }) => ({
      uri,
      span,
      message: `${dependent} depends on ${dependency}`,
    })),
    fixes: edges.flatMap((edge) => removeEdgeFix(edge, edge)),
  };
};

/** The edges of a cycle, each where it is said first. */
const edgesOf = ({ byId }: AnalysedPlan, cycle: Cycle): readonly StatedEdge[] =>
  cycle.slice(0, -1).flatMap((dependent, at) => {
    const dependency = cycle[at + 1];
    const found = byId.get(dependent)?.dependencies.find(({ id }) => id === dependency);
    const said = found?.said[0];
    return found && said ? [{ ...said, dependent, dependency: found.id }] : [];
  });
