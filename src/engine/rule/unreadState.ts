import { stateIn } from '../document/plan/stateIn';
import type { Rule } from './rule';

export const unreadState: Rule = {
  code: 'unread-state',
  severity: 'info',
  summary: 'The header of a PLAN states a status that names no known state',
  explanation:
    'The `**Status**` in the header of a PLAN is read by its first words: planning, active, paused, backlog, complete, ' +
    'superseded, abandoned, archived, and what means the same. Other words say nothing that views could sort the plan ' +
    'by, so its folder and its files decide alone.',
  example: { language: 'markdown', text: '# PLAN: Shop\n\n**Status**: see the wiki' },
  fix: 'Begin the line with one of these states; remarks may follow in brackets.',
  *check({ uri, facts, state }) {
    const status = facts?.header.status;
    if (!status || stateIn(status.text)) return;
    yield {
      uri,
      span: status.span,
      message: `This status names no state, so the plan counts as ${state} without it.`,
    };
  },
};
