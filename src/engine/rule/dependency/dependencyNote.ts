import type { AnalysedPlan } from '../../model/analysis';
import type { Place } from '../../model/text';
import { printable } from '../../words/printable';
import type { Problem, Rule } from '../rule';
import { statingDefinitionsOf } from './statingDefinitions';

export const dependencyNote: Rule = {
  code: 'dependency-note',
  severity: 'info',
  summary: 'A list of dependencies contains words that nothing waits for',
  explanation:
    'An achievement can only wait for other achievements of its plan. Other needs (`External API approval`, ' +
    '`pytest`, a result of another plan) are shown with the achievement and block nothing. It is ready as soon as ' +
    'the achievements it names are complete.',
  example: { language: 'markdown', text: '- **Dependencies**: 1.1, External API approval' },
  fix:
    'Nothing, if a person takes care of it. If work must wait for it, make it an achievement and name its id. `None` ' +
    'at the start says that the achievement waits for nothing.',
  *check(plan) {
    yield* inPlan(plan);
    for (const { id, dependencies, dependencyNotes } of plan.achievements) {
      for (const { uri, span, text } of dependencyNotes) {
        // what stands beside an id in brackets is about the id
        const isBeside = dependencies.some(({ said }) => said.some((each) => isAround({ uri, span }, each)));
        if (uri !== plan.uri && !isBeside) yield { uri, span, message: messageFor(id, text) };
      }
    }
  },
};

const isAround = (outer: Place, inner: Place): boolean =>
  outer.uri === inner.uri && outer.span.start <= inner.span.start && inner.span.end <= outer.span.end;

function* inPlan(plan: AnalysedPlan): Iterable<Problem> {
  const { uri } = plan;
  for (const { id, statedWords } of statingDefinitionsOf(plan)) {
    for (const { span, text } of statedWords.notes) yield { uri, span, message: messageFor(id, text) };
  }
}

const LONGEST = 60;

const messageFor = (id: string, text: string): string => {
  const words = printable(text);
  const shown = words.length > LONGEST ? `${words.slice(0, LONGEST).trimEnd()}…` : words;
  return `“${shown}” names no achievement of this plan. It is kept as a note of ${id}, and nothing waits for it.`;
};
