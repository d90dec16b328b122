import { statementsOf } from '../../statement/statement';
import type { Rule } from '../rule';
import { removeEdgeFix } from './edgeFixes';

export const dependencyOut: Rule = {
  code: 'dependency-out',
  severity: 'warning',
  summary: 'A PRP depends on one that will never be done',
  explanation:
    'A PRP that is superseded, rejected or abandoned will never be done, so whatever depends on it never becomes ' +
    'ready.',
  example: {
    language: 'text',
    text: '---\nprp_id: PRP-7.2.1\ndependencies: [PRP-6.1.1]   # in archived/superseded/\n---',
  },
  fix: 'Depend on its replacement, or on nothing. The quick fix removes the dependency.',
  *check(plan) {
    if (!plan.prps) return;
    for (const statement of statementsOf(plan)) {
      const { dependent, dependency, uri, span } = statement;
      const out = plan.byId.get(dependency)?.prp?.out;
      const own = plan.byId.get(dependent);
      const stated = own?.dependencies.find(({ id }) => id === dependency);
      const reason = out ?? (stated?.elsewhere?.status === 'skipped' ? 'not going to be done' : undefined);
      if (reason === undefined || own?.status !== 'not_started' || stated?.soft) continue;
      yield {
        uri,
        span,
        message: `${dependent} waits for ${dependency}, which is ${reason}.`,
        fixes: removeEdgeFix(statement, statement),
      };
    }
  },
};
