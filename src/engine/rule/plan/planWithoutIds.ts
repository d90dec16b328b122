import { counted } from '../../../shared/counted';
import { askedChange } from '../../edit/guard/asked';
import { firstId, giveIds } from '../../edit/plan/defineAchievements';
import type { AnalysedPlan } from '../../model/analysis';
import type { Fix } from '../finding';
import type { Rule } from '../rule';

export const planWithoutIds: Rule = {
  code: 'plan-without-ids',
  severity: 'info',
  summary: 'The PLAN numbers its achievements but gives them no ids',
  explanation:
    'Plans that were written after the work list `### 1. Title`. Without ids like `1.1`, no SUBPLAN, EXECUTION_TASK ' +
    'or dependency can belong to an achievement. The plan is shown, but not tracked.',
  example: { language: 'markdown', text: '## Achievements Completed\n\n### 1. Title' },
  fix:
    'If the plan is done, leave it. To track it, write `**Achievement 1.1**: Title`. The quick fix gives every ' +
    'heading an id.',
  *check(plan) {
    const { uri, unnumbered, achievements } = plan;
    const [first] = unnumbered;
    if (!first || achievements.length > 0) return;
    const count = counted(unnumbered.length, 'achievement');
    yield {
      uri,
      span: first.span,
      message: `${count} without an id: the plan is shown but not tracked.`,
      fixes: canGetIds(plan) ? [idsFix(plan)] : [],
    };
  },
};

const idsFix = ({ uri, unnumbered }: AnalysedPlan): Fix => ({
  title: 'Give them ids',
  preferred: false,
  uri,
  asked: {
    ...askedChange(
      'plan',
      unnumbered.map(({ number }) => firstId(number)),
      'section',
      'unnumbered',
    ),
    gained: ['definition', 'field', 'dependency'],
  },
  edits: giveIds,
});

/** Every number once, in headings that can define an achievement. */
const canGetIds = ({ facts, unnumbered }: AnalysedPlan): boolean => {
  const depths = new Map(facts?.sections.map(({ heading, depth }) => [heading.start, depth]));
  const numbers = new Set(unnumbered.map(({ number }) => number));
  return (
    numbers.size === unnumbered.length && unnumbered.every(({ span }) => (depths.get(span.start) ?? 0) >= 3)
  );
};
