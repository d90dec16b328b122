import { lazy } from '../../../shared/lazy';
import { readPlan } from '../../document/plan/plan';
import type { TextEdit } from '../../edit/textEdit';
import type { PlanFacts } from '../../facts/planFacts';
import type { ReferenceSearch } from '../../facts/planSays';
import type { AchievementId } from '../../model/ids';
import { knownIds } from '../common/knownIds';
import { suggestFrom } from '../common/suggestion';
import type { Fix } from '../finding';
import type { Rule } from '../rule';

export const unknownReference: Rule = {
  code: 'unknown-reference',
  severity: 'info',
  summary: 'The text of a PLAN names an achievement that does not exist',
  explanation:
    'Prose, a list or a table says `Achievement 2.7`, but nothing defines 2.7. Often this is a typing error, or the ' +
    'achievements were numbered anew. Not checked are\n\n' +
    '- code, comments and quotes,\n' +
    '- sections, lists, tables and sentences about other plans (`PLAN 2`, `STORE-FRONT`, a child plan) or other ' +
    'times (a log, an archive, removed work),\n' +
    '- plans without ids.',
  example: { language: 'markdown', text: '**Next**: Achievement 2.7 comes after Achievement 2.6.' },
  fix: 'Correct the id. The quick fix writes the nearest one that exists.',
  *check(plan) {
    const { uri, facts, byId, name } = plan;
    if (!facts || byId.size === 0) return;
    const known = lazy(() => knownIds(plan));
    const suggest = lazy(() => suggestFrom(known()));
    // what looks like its definition is said by a rule of its own
    const unread = new Set(facts.unreadDefinitions.flatMap(({ id }) => id.split(', ')));
    const isKnown = (id: AchievementId): boolean => byId.has(id) || known().has(id) || unread.has(id);
    const search: ReferenceSearch = { isKnown, planName: name };
    const stated = lazy(() => statedPlaces(facts));
    const count = new Map<AchievementId, number>();
    for (const { id, span } of facts.unknownReferences(search)) {
      const nth = count.get(id) ?? 0;
      count.set(id, nth + 1);
      if (stated().has(span.start)) continue;
      const meant = suggest()(id, new Set());
      yield {
        uri,
        span,
        message: `The PLAN defines no achievement ${id}.${meant === undefined ? '' : ` Did you mean ${meant}?`}`,
        fixes: meant === undefined ? [] : [replaceFix(uri, search, { id, nth, meant })],
      };
    }
  },
};

/** What a field states is looked at by the rules about dependencies. */
const statedPlaces = ({ achievements }: PlanFacts): ReadonlySet<number> =>
  new Set(
    achievements
      .filter(({ mayStateDependencies }) => mayStateDependencies)
      .flatMap(({ dependencies, blocks }) => [...dependencies, ...blocks].map(({ span }) => span.start)),
  );

interface Replacement {
  readonly id: AchievementId;
  /** Which of the references to `id`, from 0. */
  readonly nth: number;
  readonly meant: AchievementId;
}

const replaceFix = (uri: string, search: ReferenceSearch, { id, nth, meant }: Replacement): Fix => ({
  title: `Replace ${id} by ${meant}`,
  preferred: false,
  uri,
  asked: { kind: 'rename', document: 'plan', from: id, to: meant, all: [] },
  edits: (text): readonly TextEdit[] =>
    readPlan(text)
      .unknownReferences(search)
      .filter((each) => each.id === id)
      .slice(nth, nth + 1)
      .filter(({ span }) => !DEFINES.test(text.slice(text.lastIndexOf('\n', span.start - 1) + 1, span.start)))
      .map(({ span }) => ({ span, newText: meant })),
});

/** In front of the id of something that is meant as a definition: another id would make a second one of it. */
const DEFINES = /^(?:\*\*|#{1,6}[ \t])[^\n]{0,9}achievement[ \t]+$/i;
