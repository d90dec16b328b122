import type { AnalysedPlan } from '../../model/analysis';
import type { Place } from '../../model/text';
import { printable } from '../../words/printable';
import type { Problem, Rule } from '../rule';
import { statingDefinitionsOf } from './statingDefinitions';

export const unreadDependency: Rule = {
  code: 'unread-dependency',
  severity: 'warning',
  summary: 'A text in a list of dependencies was not understood',
  explanation:
    'It looks like an id, a range, a priority or an open question (`TBD`, `?`), but its meaning is not certain: ' +
    '`maybe 1.1`, `needed by 1.1` in `Dependencies`, `1.1a`, `Phase 2`. Until it is clear, nobody knows whether the ' +
    'achievement can start, so no view calls it ready. These are understood:\n\n' +
    '- lists and ranges with any punctuation,\n' +
    '- `Priority 1`, `1.x` and `all previous`,\n' +
    '- titles of achievements,\n' +
    '- sentences such as `after 1.1 is approved`.',
  example: { language: 'markdown', text: '- **Dependencies**: 1.1, maybe 1.2' },
  fix: 'Write the ids with commas between them, or `None`.',
  *check(plan) {
    yield* inPlan(plan);
    const reported = reportedIn(plan);
    for (const { id, unreadDependencies } of plan.achievements) {
      for (const { uri, span, text } of unreadDependencies) {
        if (uri !== plan.uri && !reported.has(placeKey({ uri, span })))
          yield { uri, span, message: messageFor(id, text) };
      }
    }
  },
};

/** Where front matter cannot be read, or has a misspelt key, other rules say so. */
const reportedIn = ({ prps = [] }: AnalysedPlan): ReadonlySet<string> =>
  new Set(
    prps.flatMap(({ uri, facts }) =>
      [...facts.problems, ...facts.misspeltKeys].map(({ span }) => placeKey({ uri, span })),
    ),
  );

const placeKey = ({ uri, span }: Place): string => `${span.start} ${uri}`;

/** The PLAN's own fields are looked at even where parallel.json counts. */
function* inPlan(plan: AnalysedPlan): Iterable<Problem> {
  const { uri } = plan;
  for (const { id, statedWords } of statingDefinitionsOf(plan)) {
    for (const { span, text } of statedWords.unread) yield { uri, span, message: messageFor(id, text) };
    for (const { span, text } of statedWords.unreadBlocks) {
      yield {
        uri,
        span,
        message: `“${printable(text)}” was not understood: nobody can tell what ${id} blocks.`,
      };
    }
  }
}

const messageFor = (id: string, text: string): string =>
  `“${printable(text)}” was not understood: nobody can tell what ${id} waits for, so it is not called ready.`;
