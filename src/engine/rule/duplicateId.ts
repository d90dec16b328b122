import type { ParallelAchievement } from '../document/parallelFile';
import type { AchievementId } from '../model/achievement';
import type { Span } from '../model/text';
import { removeTwin } from './edit/removeTwin';
import type { Fix } from './finding';
import type { Problem, Rule } from './rule';

export const duplicateId: Rule = {
  code: 'duplicate-id',
  severity: 'error',
  summary: 'Two achievements have the same id',
  explanation:
    'Files, dependencies and status belong to an id, so they cannot be told apart. In a PLAN only the first definition counts.',
  example: {
    language: 'json',
    text: '{ "achievements": [{ "achievement_id": "1.1" }, { "achievement_id": "1.1" }] }',
  },
  fix: 'Give one of them another id. Where parallel.json has the same object twice, the quick fix removes the second.',
  *check({ uri, facts, parallel }) {
    if (facts) yield* repeated(uri, facts.achievements, () => []);
    if (parallel) yield* repeated(parallel.uri, parallel.facts.achievements, twinFixes(parallel.uri));
  },
};

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

const twinFixes =
  (uri: string) =>
  (first: ParallelAchievement, again: ParallelAchievement): readonly Fix[] => {
    if (contentOf(first) !== contentOf(again)) return [];
    const edits = (text: string) => removeTwin(text, again.id);
    return [{ title: `Remove the second ${again.id}, which is the same`, preferred: true, uri, edits }];
  };

/** What the facts know of an object; its length stands for the keys they leave out. */
const contentOf = ({
  span,
  idSpan: _,
  dependencies,
  blocks,
  claimedStatus,
  subExecutions,
  ...rest
}: ParallelAchievement) =>
  JSON.stringify([
    rest,
    span.end - span.start,
    dependencies.map(({ value }) => value),
    blocks.map(({ value }) => value),
    claimedStatus?.value,
    subExecutions.map(({ id, title }) => [id, title]),
  ]);
