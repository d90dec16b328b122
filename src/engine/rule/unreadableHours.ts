import { askedChange } from '../edit/asked';
import type { AchievementId } from '../model/achievement';
import { type Effort, hundredths } from '../model/effort';
import { writeHours } from './edit/valueEdits';
import type { Fix } from './finding';
import type { Rule } from './rule';

export const unreadableHours: Rule = {
  code: 'unreadable-hours',
  severity: 'warning',
  summary: 'An estimate in parallel.json cannot be read',
  explanation:
    'Hours are a number, or text with a figure or a range: `4`, `"4-6"`, `"4-6 hours"`, `"30 minutes"`, `"2 days"`. What ' +
    'cannot be read counts as no estimate, so sums and the critical path leave it out. Saying that there is none ' +
    '(`null`, `""`, `"TBD"`) is fine.',
  example: { language: 'json', text: '{ "achievement_id": "1.1", "estimated_hours": "a while" }' },
  fix: 'Write a figure or a range with a unit; where the PLAN has an estimate, the quick fix takes it.',
  *check({ parallel, facts, byId }) {
    if (!parallel) return;
    for (const { id, unreadableHours: span } of parallel.facts.achievements) {
      if (!span) continue;
      yield {
        uri: parallel.uri,
        span,
        message: `The estimate of ${id} cannot be read. Write a number of hours, or text like "4-6 hours".`,
        fixes: facts ? estimateFix(id, byId.get(id)?.effort, parallel.uri) : [],
      };
    }
  },
};

const estimateFix = (id: AchievementId, effort: Effort | undefined, uri: string): readonly Fix[] => {
  if (!effort) return [];
  const [min, max] = [hundredths(effort.min), hundredths(effort.max)];
  const hours = min === max ? min : `${min}-${max}`;
  const title = `Take the estimate of the PLAN: ${hours} hours`;
  const asked = askedChange('parallel', [id], 'hours');
  return [{ title, preferred: false, uri, asked, edits: (text) => writeHours(text, id, hours) }];
};
