import type { Rule } from './rule';

export const planWithoutIds: Rule = {
  code: 'plan-without-ids',
  severity: 'info',
  summary: 'The PLAN numbers its achievements but gives them no ids',
  explanation:
    'Plans written after the fact list `### 1. Title`. Without ids like `1.1` no SUBPLAN, EXECUTION_TASK or dependency ' +
    'can belong to an achievement, so the plan is shown but not tracked.',
  example: { language: 'markdown', text: '## Achievements Completed\n\n### 1. Title' },
  fix: 'Nothing to do for a plan that is done. To track it, write `**Achievement 1.1**: Title`.',
  *check({ uri, unnumbered, achievements }) {
    const [first] = unnumbered;
    if (!first || achievements.length > 0) return;
    const count = unnumbered.length === 1 ? '1 achievement' : `${unnumbered.length} achievements`;
    yield { uri, span: first.span, message: `${count} without an id: the plan is shown but not tracked.` };
  },
};
