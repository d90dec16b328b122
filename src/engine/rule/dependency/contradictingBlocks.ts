import { askedEdges } from '../../edit/guard/asked';
import { addDependencies } from '../../edit/json/listEdits';
import type { IdReference, ParallelAchievement } from '../../facts/parallelFacts';
import type { AchievementId } from '../../model/ids';
import { orderedBy } from '../common/order';
import type { Problem, Rule } from '../rule';
import { removeEdgeFix } from './edgeFixes';

export const contradictingBlocks: Rule = {
  code: 'contradicting-blocks',
  severity: 'warning',
  summary: '`blocks` and `dependencies` contradict each other',
  explanation:
    'There are two cases. An achievement says that it blocks another, but the `dependencies` of the other do not ' +
    'lead back to it. Or an achievement says that it blocks another and that it depends on it. Both lists count, so ' +
    'an achievement may wait for something that its own list does not name.',
  example: {
    language: 'json',
    text:
      '{ "achievements": [\n' +
      '  { "achievement_id": "1.1", "dependencies": [], "blocks": ["1.3"] },\n' +
      '  { "achievement_id": "1.2", "dependencies": [] },\n' +
      '  { "achievement_id": "1.3", "dependencies": ["1.2"] }\n' +
      '] }',
  },
  fix:
    'Correct one of the two lists. One quick fix removes the id from `blocks`. If only the dependency is missing, ' +
    'another adds it to `dependencies`; then both lists say the same, and nothing else changes.',
  *check(plan) {
    if (!plan.parallel) return;
    const { uri, facts } = plan.parallel;
    if (facts.achievements.every(({ blocks }) => blocks.length === 0)) return;
    const listed = new Map(facts.achievements.map((each) => [each.id, each]));
    const isOrdered = orderedBy(plan, listed);
    for (const blocker of facts.achievements) {
      for (const reference of blocker.blocks) {
        const blocked = listed.get(reference.value);
        if (!blocked || blocked.id === blocker.id) continue;
        const opposite = blocker.dependencies.find(({ value }) => value === blocked.id);
        if (opposite) yield oppositeProblem(uri, blocker.id, reference, opposite);
        else if (blocked.dependencies.length > 0 && !isOrdered(blocked.id, blocker.id)) {
          yield missingProblem(uri, blocker.id, reference, blocked);
        }
      }
    }
  },
};

const oppositeProblem = (
  uri: string,
  id: AchievementId,
  blocks: IdReference,
  opposite: IdReference,
): Problem => ({
  uri,
  span: blocks.span,
  message: `${id} says that it blocks ${blocks.value} and that it depends on it.`,
  related: [{ uri, span: opposite.span, message: `${id} depends on ${blocks.value}` }],
  fixes: removeEdgeFix({ dependent: blocks.value, dependency: id }, { by: 'blocks', uri }),
});

const missingProblem = (
  uri: string,
  id: AchievementId,
  blocks: IdReference,
  { dependencies, idSpan }: ParallelAchievement,
): Problem => ({
  uri,
  span: blocks.span,
  message: `${id} says that it blocks ${blocks.value}, but ${blocks.value} depends on ${namesOf(dependencies)} only.`,
  related: [{ uri, span: dependencies[0]?.span ?? idSpan, message: `The dependencies of ${blocks.value}` }],
  fixes: [
    {
      title: `Add ${id} to the dependencies of ${blocks.value}`,
      preferred: false,
      uri,
      asked: askedEdges('parallel', [], [{ dependent: blocks.value, dependency: id }]),
      edits: (text) => addDependencies(text, blocks.value, [id]),
    },
    ...removeEdgeFix({ dependent: blocks.value, dependency: id }, { by: 'blocks', uri }),
  ],
});

const namesOf = (references: readonly IdReference[]): string =>
  references.map(({ value }) => value).join(', ');
