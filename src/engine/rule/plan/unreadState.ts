import { stateIn } from '../../document/plan/stateIn';
import type { Rule } from '../rule';

export const unreadState: Rule = {
  code: 'unread-state',
  severity: 'info',
  summary: 'The status in the header of a PLAN names no known state',
  explanation:
    'The first words of the `**Status**` in the header of a PLAN count: planning, active, paused, backlog, complete, ' +
    'superseded, abandoned, archived, and words with the same meaning. Other words name no state, so only the folder ' +
    'and the files of the plan decide.',
  example: { language: 'markdown', text: '# PLAN: Shop\n\n**Status**: see the wiki' },
  fix: 'Begin the line with one of these states. Remarks may follow in brackets.',
  *check({ uri, facts, state }) {
    const status = facts?.header.status;
    if (!status || stateIn(status.text)) return;
    yield {
      uri,
      span: status.span,
      message: `This status names no state. Without it, the plan counts as ${state}.`,
    };
  },
};
