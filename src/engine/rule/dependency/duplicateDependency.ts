import type { IdReference, ParallelAchievement } from '../../facts/parallelFacts';
import type { Edge } from '../../model/edge';
import type { Problem, Rule } from '../rule';
import { removeRepetitionFix } from './edgeFixes';

export const duplicateDependency: Rule = {
  code: 'duplicate-dependency',
  severity: 'hint',
  summary: 'A list of dependencies names the same achievement twice',
  explanation: 'The second mention changes nothing. Often another id was meant.',
  example: { language: 'json', text: '{ "achievement_id": "1.3", "dependencies": ["1.1", "1.1"] }' },
  fix: 'Write the id that was meant, or remove the repetition. The quick fix removes it.',
  *check({ parallel }) {
    if (!parallel) return;
    const { uri, facts } = parallel;
    for (const { id, dependencies, blocks } of facts.achievements) {
      if (dependencies.length > 1) {
        yield* repetitions(uri, dependencies, 'dependencies', (value) => ({
          dependent: id,
          dependency: value,
        }));
      }
      if (blocks.length > 1) {
        yield* repetitions(uri, blocks, 'blocks', (value) => ({ dependent: value, dependency: id }));
      }
    }
  },
};

function* repetitions(
  uri: string,
  references: readonly IdReference[],
  list: keyof Pick<ParallelAchievement, 'dependencies' | 'blocks'>,
  edgeOf: (value: string) => Edge,
): Generator<Problem> {
  const first = new Map<string, IdReference>();
  for (const reference of references) {
    const { value } = reference;
    const before = first.get(value);
    if (!before) first.set(value, reference);
    else {
      yield {
        uri,
        span: reference.span,
        message: `"${list}" names ${value} twice.`,
        related: [{ uri, span: before.span, message: `${value} is named here already` }],
        fixes: [removeRepetitionFix(edgeOf(value), uri)],
      };
    }
  }
}
