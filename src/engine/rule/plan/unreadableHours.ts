import { askedChange } from '../../edit/guard/asked';
import { writeHours } from '../../edit/json/valueEdits';
import type { AnalysedPlan } from '../../model/analysis';
import { type Effort, hundredths } from '../../model/effort';
import type { AchievementId } from '../../model/ids';
import type { Span } from '../../model/text';
import { effortWords } from '../../words/hours';
import type { Fix } from '../finding';
import type { Problem, Rule } from '../rule';
import { doubtfulEstimates, type StatedEstimate } from './doubtfulEstimates';

export const unreadableHours: Rule = {
  code: 'unreadable-hours',
  severity: 'warning',
  summary: 'An estimate cannot be read, or only in part',
  explanation:
    'An estimate is a number of hours, or text with a figure or a range and a unit: `4`, `"4-6"`, `"4-6 hours"`, ' +
    '`"1h30"`, `"½ day"`, `"2-3d"`, `"3 x 2h"`. A day is 8 hours, a week 5 days, a month 20 days. Text that cannot ' +
    'be read counts as no estimate, so sums and the critical path leave it out. If a second figure is left out, that ' +
    'figure is marked. Values that say there is no estimate (`null`, `""`, `"TBD"`) are not reported.',
  example: { language: 'json', text: '{ "achievement_id": "1.1", "estimated_hours": "a while" }' },
  fix: 'Write a figure or a range with a unit. If the PLAN has an estimate, the quick fix writes it.',
  *check(plan) {
    for (const stated of doubtfulEstimates(plan)) yield* problemsOf(plan, stated);
    for (const { id, unreadableHours: span } of plan.parallel?.facts.achievements ?? []) {
      if (span) yield unreadable(plan, id, { uri: plan.parallel?.uri ?? plan.uri, span });
    }
  },
};

/** What parallel.json says that cannot be read is known to its reader. */
function* problemsOf(
  plan: AnalysedPlan,
  { id, uri, span, by, estimate, leftover }: StatedEstimate,
): Generator<Problem> {
  const { says, effort } = estimate;
  if (says === 'unread' && by === 'plan') yield unreadable(plan, id, { uri, span });
  if (!effort || !leftover) return;
  yield {
    uri,
    span: leftover,
    message: `The estimate of ${id} is read as ${effortWords(effort)}: this part of it is left out.`,
  };
}

const unreadable = (
  { uri: planUri, facts, byId }: AnalysedPlan,
  id: AchievementId,
  { uri, span }: { readonly uri: string; readonly span: Span },
): Problem => ({
  uri,
  span,
  message: `The estimate of ${id} cannot be read. Write a number of hours, or text like "4-6 hours".`,
  fixes: facts && uri !== planUri ? estimateFix(id, byId.get(id)?.effort, uri) : [],
});

const estimateFix = (id: AchievementId, effort: Effort | undefined, uri: string): readonly Fix[] => {
  if (!effort) return [];
  const [min, max] = [hundredths(effort.min), hundredths(effort.max)];
  const hours = min === max ? min : `${min}-${max}`;
  const title = `Use the estimate of the PLAN: ${hours === 1 ? '1 hour' : `${hours} hours`}`;
  const asked = askedChange('parallel', [id], 'hours');
  return [{ title, preferred: false, uri, asked, edits: (text) => writeHours(text, id, hours) }];
};
