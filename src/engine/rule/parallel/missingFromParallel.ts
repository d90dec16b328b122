import { askedAddition, ENTRY } from '../../edit/guard/asked';
import { addAchievements, type NewEntry } from '../../edit/json/addAchievements';
import type { AchievementFacts } from '../../facts/planFacts';
import type { AnalysedPlan } from '../../model/analysis';
import type { AchievementId } from '../../model/ids';
import { knownIds } from '../common/knownIds';
import { wouldDependOn } from '../common/order';
import type { Fix } from '../finding';
import type { Rule } from '../rule';

export const missingFromParallel: Rule = {
  code: 'missing-from-parallel',
  severity: 'warning',
  summary: 'The PLAN defines an achievement that parallel.json does not list',
  explanation:
    'If there is a parallel.json, only its dependencies count. An achievement that it does not list counts as one ' +
    'without dependencies, so it may look ready too early.',
  example: { language: 'markdown', text: '**Achievement 2.4**: Not mentioned in parallel.json' },
  fix:
    'Add it to parallel.json. The quick fixes add this achievement or all that are missing, with the dependencies ' +
    'that the PLAN states, except those that would create a cycle.',
  *check(plan) {
    const { uri, facts, parallel } = plan;
    if (!facts || !parallel || parallel.facts.dialect === 'unknown') return;
    // what stands behind a syntax error may be there and not be read
    if (parallel.facts.problems.some(({ kind }) => kind === 'malformed')) return;
    const known = new Set(parallel.facts.achievements.map(({ id }) => id));
    const missing = facts.achievements.filter(({ id }) => !known.has(id) && known.add(id));
    const addFix = (title: string, added: readonly AchievementFacts[]): Fix => ({
      title,
      preferred: false,
      uri: parallel.uri,
      asked: askedAddition(
        'parallel',
        added.map(({ id }) => id),
        ...ENTRY,
      ),
      edits: (text) => addAchievements(text, entriesOf(plan, added)),
    });
    const addAll =
      missing.length > 1 ? [addFix(`Add all ${missing.length} that parallel.json lacks`, missing)] : [];
    const list = missing.length > 0 ? parallel.facts.listSpan : undefined;
    for (const achievement of missing) {
      const { id, idSpan } = achievement;
      yield {
        uri,
        span: idSpan,
        message: `parallel.json does not list achievement ${id}.`,
        related: list ? [{ uri: parallel.uri, span: list, message: 'The list of achievements' }] : [],
        fixes: [addFix(`Add ${id} to parallel.json`, [achievement]), ...addAll],
      };
    }
  },
};

/** What the PLAN says of achievements, without dependencies that nobody defines or that would close a cycle. */
const entriesOf = (plan: AnalysedPlan, added: readonly AchievementFacts[]): readonly NewEntry[] => {
  const more = new Map<AchievementId, readonly AchievementId[]>();
  // as soon as parallel.json lists achievements, the fields of the PLAN no longer count
  const counted = plan.dependencySource === 'parallel.json' ? plan : { ...plan, byId: new Map() };
  const leadsTo = wouldDependOn(counted, more);
  const known = knownIds(plan);
  return added.map(({ id, title, dependencies }) => {
    const stated = dependencies
      .map((dependency) => dependency.id)
      .filter((other) => other !== id && known.has(other) && !leadsTo(other, id));
    more.set(id, stated);
    return { id, title, dependencies: stated };
  });
};
