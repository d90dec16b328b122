import type { Executor } from '../../../engine/run/executor/executor';
import type { Review } from '../../../engine/run/item';

/** Why something cannot be done on a machine that nobody sits at, one sentence each. */
export const unattendedRefusals = (review: Review, executor: Executor): readonly string[] => [
  ...(review === 'person'
    ? ['A person cannot review on another machine. Choose "review": "gates", "agent" or "none" in run.json.']
    : []),
  // nobody was chosen where there is no name
  ...(executor.name !== '' && executor.command.length === 0
    ? ['A person cannot work on another machine. Choose an executor that is a program.']
    : []),
];
