import { askedAddition } from '../../edit/guard/asked';
import { canDefineFirst, defineFirst } from '../../edit/plan/defineAchievements';
import type { PlanFacts } from '../../facts/planFacts';
import { headPlace } from '../common/headPlace';
import type { Rule } from '../rule';

const FIRST = askedAddition('plan', ['1.1'], 'definition', 'field', 'section');

export const noAchievements: Rule = {
  code: 'no-achievements',
  severity: 'info',
  summary: 'The PLAN defines no achievement',
  explanation:
    'Without achievements there is nothing to track: no levels, no SUBPLANs, no progress. A definition counts if it ' +
    'is in a section whose heading names achievements, on a line of its own, and starts in the first column.',
  example: { language: 'markdown', text: '# PLAN: Shop\n\n## Goal\n\nSell more.' },
  fix:
    'Write `**Achievement 1.1**: Title` below a heading like `## Desirable Achievements`. The quick fix inserts ' +
    'both, with places to fill in.',
  *check({ uri, facts, achievements, unnumbered }) {
    if (!facts || achievements.length > 0 || unnumbered.length > 0) return;
    const instead = seen(facts);
    yield {
      ...headPlace(uri, facts),
      message:
        `This plan defines no achievement.${instead} Define one below "## Desirable Achievements" with a line like ` +
        '"**Achievement 1.1**: Title".',
      fixes:
        instead === '' && canDefineFirst(facts)
          ? [{ title: 'Define a first achievement', preferred: false, uri, asked: FIRST, edits: defineFirst }]
          : [],
    };
  },
};

/** What there is instead. */
const seen = (facts: PlanFacts): string => {
  const table = facts.unreadDefinitions.find(({ reason }) => reason === 'table');
  if (table)
    return ` The table in line ${table.line} lists achievements (${table.id}), but a table defines none.`;
  const [line] = facts.unreadDefinitions;
  if (line) return ` Line ${line.line} looks like a definition of ${line.id}, but is not one.`;
  const other = facts.passedOver();
  if (!other) return '';
  return other.section === undefined
    ? ` Line ${other.line} looks like one, but is not one.`
    : ` The section "${other.section}" seems to define some, but its heading does not name achievements, or names an index, log or tracking.`;
};
