import { fail, ok, type Result } from '../../shared/result';
import { UserError } from '../../shared/userError';
import { commitOf } from '../git/commits';
import { type Moved, moveRef } from '../git/refs';

/** The integration branch, wherever it is: items begin from it and land on it. */
export interface Lane {
  /** The commit that it is at; it is here, whether or not the branch is. */
  tip(): Promise<Result<string, UserError>>;
  /**
   * Moves it from one commit to another, compare and swap.
   *
   * @param why for the log of the branch; not empty
   */
  move(from: string, to: string, why: string): Promise<Result<Moved, UserError>>;
}

/** A branch of this repository. */
export const branchLane = (top: string, branch: string): Lane => {
  const ref = `refs/heads/${branch}`;
  return {
    tip: async () => {
      const tip = await commitOf(top, ref);
      if (!tip.ok) return tip;
      return tip.value === undefined ? fail(new UserError(`the branch ${branch} is gone`)) : ok(tip.value);
    },
    move: (from, to, why) => moveRef(top, ref, from, to, why),
  };
};
