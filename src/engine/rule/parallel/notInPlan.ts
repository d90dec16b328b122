import { lazy } from '../../../shared/lazy';
import { askedChange, ENTRY } from '../../edit/guard/asked';
import { removeEntry, renameEntry } from '../../edit/json/entryEdits';
import type { AchievementId } from '../../model/ids';
import type { ParallelDocument } from '../../model/plan';
import { parallelStatements } from '../../statement/statement';
import { unlistedIn } from '../common/unlisted';
import type { Fix } from '../finding';
import type { Rule } from '../rule';

export const notInPlan: Rule = {
  code: 'not-in-plan',
  severity: 'error',
  summary: 'parallel.json lists an achievement that the PLAN does not define',
  explanation:
    'The PLAN says which achievements there are. parallel.json only says how they depend on each other. No view ' +
    'shows an entry without a definition, and whatever depends on it can never become ready.',
  example: {
    language: 'json',
    text: '{ "achievements": [{ "achievement_id": "9.9", "dependencies": [] }] }',
  },
  fix:
    'Correct the id, define the achievement in the PLAN, or remove the entry. If parallel.json lacks an achievement ' +
    'with the same title or a similar id, a quick fix writes that id. Another quick fix removes the entry and every ' +
    'dependency on it.',
  *check({ uri, byId, facts, parallel }) {
    if (!facts || !parallel || byId.size === 0) return;
    const [first] = facts.achievements;
    const unlisted = lazy(() => unlistedIn(byId, parallel.facts));
    const uses = lazy(() => usesOf(parallel));
    for (const entry of parallel.facts.achievements) {
      const { id } = entry;
      if (byId.has(id)) continue;
      const meant = unlisted().ofSameTitle(entry) ?? unlisted().ofSimilarId(entry);
      yield {
        uri: parallel.uri,
        span: entry.idSpan,
        message: `The PLAN defines no achievement ${id}.${meant === undefined ? '' : ` Did you mean ${meant}?`}`,
        related: first
          ? [{ uri, span: first.idSpan, message: 'The achievements of the PLAN start here' }]
          : [],
        fixes: [
          ...(meant === undefined ? [] : [renameEntryFix(parallel.uri, id, meant)]),
          removeEntryFix(parallel.uri, id, uses().get(id) ?? 0),
        ],
      };
    }
  },
};

/** How many dependencies name an id, its own entry aside. */
const usesOf = ({ uri, facts }: ParallelDocument): ReadonlyMap<AchievementId, number> => {
  const edges = parallelStatements(uri, facts);
  const counts = new Map<AchievementId, number>();
  for (const { named } of edges) counts.set(named, (counts.get(named) ?? 0) + 1);
  return counts;
};

const renameEntryFix = (uri: string, id: AchievementId, meant: AchievementId): Fix => ({
  title: `Replace ${id} by ${meant}`,
  preferred: false,
  uri,
  asked: { kind: 'rename', document: 'parallel', from: id, to: meant, all: [] },
  edits: (text) => renameEntry(text, id, meant),
});

const removeEntryFix = (uri: string, id: AchievementId, uses: number): Fix => ({
  title: `Remove ${id}${uses === 0 ? '' : ' and the dependencies on it'} from parallel.json`,
  preferred: false,
  uri,
  asked: askedChange('parallel', [id], ...ENTRY),
  edits: (text) => removeEntry(text, id),
});
