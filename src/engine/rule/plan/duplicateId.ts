import { lazy } from '../../../shared/lazy';
import { askedChange, ENTRY } from '../../edit/guard/asked';
import { renameTwin } from '../../edit/json/entryEdits';
import { removeTwin } from '../../edit/json/removeTwin';
import type { ParallelAchievement } from '../../facts/parallelFacts';
import type { AchievementId } from '../../model/ids';
import type { PrpDocument } from '../../model/plan';
import type { Span } from '../../model/text';
import { nameOf } from '../../model/uri';
import { type Unlisted, unlistedIn } from '../common/unlisted';
import type { Fix } from '../finding';
import type { Problem, Rule } from '../rule';

/** What a second entry of an id may take with it: the first stays an entry. */
const TWIN = ENTRY.filter((kind) => kind !== 'entry');

export const duplicateId: Rule = {
  code: 'duplicate-id',
  severity: 'error',
  summary: 'Two achievements have the same id',
  explanation:
    'Files, dependencies and status belong to an id, so two achievements with one id cannot be told apart. In a PLAN ' +
    'only the first definition counts. If several PRPs below one PRPs folder state the same id, all but one take the ' +
    'id from their file names.',
  example: {
    language: 'json',
    text: '{ "achievements": [{ "achievement_id": "1.1" }, { "achievement_id": "1.1" }] }',
  },
  fix:
    'Give one of them another id. If both are the same object in parallel.json, the quick fix removes the second. If ' +
    'the second has the title of an achievement that parallel.json lacks, the quick fix writes the id of that ' +
    'achievement.',
  *check({ uri, facts, parallel, byId, prps }) {
    if (prps) yield* repeatedPrps(prps);
    if (facts) yield* repeated(uri, facts.achievements, () => []);
    if (!parallel) return;
    const unlisted = lazy(() => unlistedIn(facts ? byId : new Map(), parallel.facts));
    yield* repeated(parallel.uri, parallel.facts.achievements, (first, again) =>
      contentOf(first) === contentOf(again)
        ? [twinFix(parallel.uri, again)]
        : renameFixes(parallel.uri, first, again, unlisted()),
    );
  },
};

/** At every place, for none is the copy. */
function* repeatedPrps(prps: readonly PrpDocument[]): Generator<Problem> {
  for (const { id, uri, facts, twins } of prps) {
    if (twins.length === 0) continue;
    const others = twins.length === 1 ? 'Another file has' : `${twins.length} other files have`;
    yield {
      uri,
      span: facts.idSpan,
      message: `${others} the id ${facts.id} too.${id === facts.id ? '' : ` The id of this file is ${id}.`}`,
      related: twins.map((twin) => ({ ...twin, message: `${nameOf(twin.uri)} has the id ${facts.id} here` })),
    };
  }
}

interface WithId {
  readonly id: AchievementId;
  readonly idSpan: Span;
}

function* repeated<T extends WithId>(
  uri: string,
  items: readonly T[],
  fixes: (first: T, again: T) => readonly Fix[],
): Generator<Problem> {
  const seen = new Map<AchievementId, T>();
  for (const item of items) {
    const first = seen.get(item.id);
    if (!first) seen.set(item.id, item);
    else {
      yield {
        uri,
        span: item.idSpan,
        message: `There are two achievements ${item.id}.`,
        related: [{ uri, span: first.idSpan, message: `${item.id} is here already` }],
        fixes: fixes(first, item),
      };
    }
  }
}

const twinFix = (uri: string, { id }: ParallelAchievement): Fix => ({
  title: `Remove the second ${id}, which is the same`,
  preferred: true,
  uri,
  asked: askedChange('parallel', [id], ...TWIN),
  edits: (text) => removeTwin(text, id),
});

const renameFixes = (
  uri: string,
  first: ParallelAchievement,
  again: ParallelAchievement,
  unlisted: Unlisted,
): readonly Fix[] => {
  const { id, title } = again;
  const meant = unlisted.ofSameTitle(again);
  if (meant === undefined || meant === unlisted.ofSameTitle(first)) return [];
  return [
    {
      title: `Change its id to ${meant}, which is "${title}" in the PLAN`,
      preferred: false,
      uri,
      asked: { ...askedChange('parallel', [id, meant], ...TWIN), gained: ['entry'] },
      edits: (text) => renameTwin(text, id, title, meant),
    },
  ];
};

/** What the facts know of an object; its length stands for the keys they leave out. */
const contentOf = (listed: ParallelAchievement): string =>
  JSON.stringify([
    listed.id,
    listed.span.end - listed.span.start,
    listed.title,
    listed.dependencies.map(({ value }) => value),
    listed.blocks.map(({ value }) => value),
    listed.claimedStatus?.value,
    listed.effort,
    listed.unreadableHours !== undefined,
    listed.priority,
    listed.executor,
    listed.subExecutions.map(({ id, title }) => [id, title]),
  ]);
