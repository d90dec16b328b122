import { statementsOf } from '../../statement/statement';
import type { Rule } from '../rule';
import { removeEdgeFix } from './edgeFixes';

export const selfDependency: Rule = {
  code: 'self-dependency',
  severity: 'error',
  summary: 'An achievement depends on itself',
  explanation: 'It would have to be complete before it can start, so it never becomes ready.',
  example: { language: 'json', text: '{ "achievement_id": "1.2", "dependencies": ["1.2"] }' },
  fix: 'Remove the dependency. The quick fix does this.',
  *check(plan) {
    let last: string | undefined;
    for (const statement of statementsOf(plan)) {
      const { dependent, dependency } = statement;
      if (dependent !== dependency) continue;
      const { uri, span, whole } = statement;
      const place = `${whole.start} ${uri}`;
      if (place !== last) {
        yield {
          uri,
          span,
          message: `${dependent} depends on itself.`,
          fixes: removeEdgeFix(statement, statement, true),
        };
      }
      last = place;
    }
  },
};
