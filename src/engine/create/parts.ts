import type { SubExecution } from '../facts/parallelFacts';
import type { AnalysedAchievement } from '../model/analysis';

/** A part of an achievement with the number of its EXECUTION_TASK. */
export interface NumberedPart {
  readonly number: number;
  readonly part: SubExecution;
}

/** Longer ones are no numbers that anybody counts with. */
const NUMBER = /(?:^|\D)(\d{1,6})$/;

/**
 * The planned parts of an achievement, each under the last number of its id (`2.1.3` is number 3). One without such a
 * number, or with one that is taken, gets the next free one.
 */
export const numberedParts = ({
  subExecutions,
}: Pick<AnalysedAchievement, 'subExecutions'>): readonly NumberedPart[] => {
  const taken = new Set<number>();
  const wanted = subExecutions.map(({ id }) => {
    const number = Number(NUMBER.exec(id)?.[1] ?? 0);
    if (number === 0 || taken.has(number)) return undefined;
    taken.add(number);
    return number;
  });
  let last = 0;
  const nextFree = (): number => {
    do last++;
    while (taken.has(last));
    return last;
  };
  return subExecutions
    .map((part, at) => ({ number: wanted[at] ?? nextFree(), part }))
    .sort((one, other) => one.number - other.number);
};
