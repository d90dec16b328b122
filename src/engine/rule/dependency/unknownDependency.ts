import type { UnreadDefinition } from '../../facts/planFacts';
import { type Statement, statementsOf } from '../../statement/statement';
import { knownIds } from '../common/knownIds';
import { dependsOn } from '../common/order';
import { suggestFrom } from '../common/suggestion';
import type { Rule } from '../rule';
import { removeEdgeFix, renameFix } from './edgeFixes';

export const unknownDependency: Rule = {
  code: 'unknown-dependency',
  severity: 'error',
  summary: 'A dependency names an achievement that does not exist',
  explanation:
    'Neither the PLAN nor parallel.json has an achievement with this id. Whatever depends on it can never become ' +
    'ready.',
  example: {
    language: 'json',
    text: '{ "achievement_id": "1.2", "dependencies": ["1.11"] }',
  },
  fix:
    'Replace the id by the one that was meant, or remove the dependency. The quick fix offers the nearest id that ' +
    'creates no cycle.',
  *check(plan) {
    const known = knownIds(plan);
    const suggest = suggestFrom(known);
    const leadsTo = dependsOn(plan);
    const closesCycle = ({ named, dependent }: Statement, other: string, meant: string): boolean =>
      named === dependent ? leadsTo(other, meant) : leadsTo(meant, other);
    for (const statement of statementsOf(plan)) {
      const { named, dependent, dependency } = statement;
      if (known.has(named)) continue;
      const { uri, span } = statement;
      const other = named === dependent ? dependency : dependent;
      const already = plan.byId.get(other)?.dependencies.map(({ id }) => id) ?? [];
      const unread = plan.facts?.unreadDefinitions.find(({ id }) => id.split(', ').includes(named));
      const similar = unread ? undefined : suggest(named, new Set([other, ...already]));
      const meant = similar !== undefined && closesCycle(statement, other, similar) ? undefined : similar;
      yield {
        uri,
        span,
        message:
          messageOf(statement, other) +
          (unread ? unreadAt(unread) : meant === undefined ? '' : ` Did you mean ${meant}?`),
        fixes: [
          ...(meant === undefined ? [] : renameFix(statement, meant)),
          ...removeEdgeFix(statement, statement),
        ],
      };
    }
  },
};

const messageOf = ({ named, dependent, by }: Statement, other: string): string => {
  const missing = `There is no achievement ${named === '' ? '""' : named}`;
  if (by === 'blocks' || by === 'plan-blocks') return `${missing} for ${other} to block.`;
  return named === dependent ? `${missing} to depend on ${other}.` : `${missing} for ${other} to depend on.`;
};

const unreadAt = ({ reason, line }: UnreadDefinition): string =>
  reason === 'struck-out'
    ? ` It is struck out in line ${line}.`
    : ` Line ${line} looks like its definition, but is not one.`;
