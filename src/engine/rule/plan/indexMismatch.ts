import { askedAddition, askedChange } from '../../edit/guard/asked';
import { addToIndex, type NewEntry, removeFromIndex } from '../../edit/plan/indexEdits';
import type { PlanIndex } from '../../facts/planSays';
import type { AnalysedAchievement, AnalysedPlan } from '../../model/analysis';
import type { AchievementId } from '../../model/ids';
import type { Fix } from '../finding';
import type { Problem, Rule } from '../rule';

export const indexMismatch: Rule = {
  code: 'index-mismatch',
  severity: 'warning',
  summary: 'The Achievement Index and the definitions of the PLAN list different achievements',
  explanation:
    'The index repeats what the PLAN defines further down; it defines nothing itself. An entry without a definition ' +
    'is not tracked. Whoever reads only the index overlooks an achievement that it lacks. An index that names ranges ' +
    '(`1.1-1.4`) lacks nothing.',
  example: {
    language: 'markdown',
    text:
      '## Achievement Index\n\n- Achievement 1.1: Product pages\n- Achievement 1.2: Basket\n\n' +
      '## Desirable Achievements\n\n**Achievement 1.1**: Product pages',
  },
  fix:
    'Define the achievement, or bring the index up to date. The quick fixes remove the entry, or add the missing ' +
    'ones in the form of the other entries.',
  *check(plan) {
    const index = plan.facts && plan.byId.size > 0 ? plan.facts.achievementIndex() : undefined;
    if (!index || index.entries.length === 0) return;
    yield* undefinedEntries(plan, index);
    const missing = [...plan.byId.values()].filter(({ id }) => !index.mentioned.has(id));
    if (missing.length > 0 && !index.hasRanges) yield leftOut(plan.uri, index, missing);
  },
};

function* undefinedEntries({ uri, byId }: AnalysedPlan, { entries }: PlanIndex): Generator<Problem> {
  const seen = new Set(byId.keys());
  for (const { id, span, standsAlone } of entries) {
    if (seen.has(id)) continue;
    seen.add(id);
    yield {
      uri,
      span,
      message: `The index lists achievement ${id}, which the PLAN does not define.`,
      fixes: standsAlone ? [removeFix(uri, id)] : [],
    };
  }
}

const removeFix = (uri: string, id: AchievementId): Fix => ({
  title: `Remove ${id} from the index`,
  preferred: false,
  uri,
  asked: askedChange('plan', [id], 'index', 'section'),
  edits: (text) => removeFromIndex(text, id),
});

/** A message names so many; the related places as well. */
const MOST = 10;

const leftOut = (uri: string, index: PlanIndex, missing: readonly AnalysedAchievement[]): Problem => {
  const named = missing.slice(0, MOST);
  const more = missing.length > MOST ? ` and ${missing.length - MOST} more` : '';
  return {
    uri,
    span: index.heading,
    message: `The index leaves out ${named.map(({ id }) => id).join(', ')}${more}.`,
    related: named.map(({ id, idSpan }) => ({ uri, span: idSpan, message: `The definition of ${id}` })),
    fixes: index.entries.some(({ form }) => form !== 'heading') ? addFixes(uri, missing) : [],
  };
};

const addFixes = (uri: string, missing: readonly AnalysedAchievement[]): readonly Fix[] => {
  const fix = (title: string, entries: readonly NewEntry[]): Fix => ({
    title,
    preferred: false,
    uri,
    asked: askedAddition(
      'plan',
      entries.map(({ id }) => id),
      'index',
    ),
    edits: (text) => addToIndex(text, entries),
  });
  const single = missing.slice(0, MOST).map((each) => fix(`Add ${each.id} to the index`, [each]));
  return missing.length > 1 ? [fix(`Add all ${missing.length} to the index`, missing), ...single] : single;
};
