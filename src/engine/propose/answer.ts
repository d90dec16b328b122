import { fail, ok, type Result } from '../../shared/result';
import { UserError } from '../../shared/userError';
import { jsonIn } from '../answer/jsonIn';
import { readParallel } from '../document/parallel/parallelFile';
import type { AchievementFacts } from '../facts/planFacts';
import { parallelStatements } from '../rule/edge';
import { candidate } from './context';
import type { Candidate } from './proposal';

/** What a language model said, as far as it can be used. */
export interface Answer {
  readonly said: readonly Candidate[];
  /** Dependencies left out because the PLAN does not define one of their ends, or both are the same. */
  readonly unknown: number;
}

export interface AnsweredPlan {
  readonly uri: string;
  readonly definitions: readonly AchievementFacts[];
}

/**
 * Reads the parallel.json that a language model was asked for out of its answer. Its dependencies are possible and no more; the evidence is who said
 * it, at the definition of the achievement.
 */
export const readAnswer = (
  answer: string,
  model: string,
  { uri, definitions }: AnsweredPlan,
): Result<Answer, UserError> => {
  const facts = readParallel(jsonIn(answer) ?? '');
  if (facts.dialect === 'unknown' || facts.problems.some(({ kind }) => kind === 'malformed')) {
    return fail(new UserError(`${model} did not answer with a parallel.json.`));
  }
  const order = new Map(definitions.map(({ id }, at) => [id, at]));
  const places = new Map(definitions.map(({ id, definition }) => [id, definition]));
  const statements = parallelStatements('', facts);
  const said = statements.flatMap(({ dependent, dependency }) => {
    const span = places.get(dependent);
    if (!span) return [];
    const evidence = { source: 'model', place: { uri, span }, quote: `said by ${model}` } as const;
    return candidate({ order }, [dependent, dependency], 'possible', evidence);
  });
  return ok({ said, unknown: statements.length - said.length });
};
