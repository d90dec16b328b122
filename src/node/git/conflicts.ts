import { ok, type Result } from '../../shared/result';
import type { UserError } from '../../shared/userError';
import { type GitVariables, git } from './command';
import { HASH } from './mergeTrees';

/** Two commits, by hash or name. */
export type Pair = readonly [one: string, other: string];

/** Whether a merge of two commits would be clean. Unknown is never clean: git could not try. */
export interface PairVerdict {
  readonly pair: Pair;
  readonly verdict: 'clean' | 'conflict' | 'unknown';
  /** What conflicts; empty for other verdicts. */
  readonly paths: readonly string[];
}

/** After so many pairs that git cannot merge at all, the others are unknown too. */
const MOST_FAILURES = 20;

/** Every two of the commits, each pair once. */
export const pairsOf = (commits: readonly string[]): readonly Pair[] =>
  commits.flatMap((one, at) => commits.slice(at + 1).map((other): Pair => [one, other]));

/**
 * Tries all merges in one process, without a checkout: about two milliseconds a pair. In the order of the pairs. Fails
 * only where git cannot be run. Programs that the person's settings name for merging count, so another machine may
 * come to another verdict.
 */
export const conflictsBetween = async (
  top: string,
  pairs: readonly Pair[],
  env: GitVariables = {},
): Promise<Result<readonly PairVerdict[], UserError>> => {
  const verdicts: PairVerdict[] = [];
  for (let failures = 0; verdicts.length < pairs.length; failures++) {
    const rest = pairs.slice(verdicts.length);
    if (failures > MOST_FAILURES) return ok([...verdicts, ...rest.map(unknown)]);
    const done = await git(['merge-tree', '--stdin', '--name-only', '--no-messages'], {
      cwd: top,
      env,
      input: rest.map(([one, other]) => `${one} ${other}\n`).join(''),
    });
    if (!done.ok) return done;
    const read = verdictsIn(done.value.out, rest);
    verdicts.push(...read);
    // git ends at the first pair that it cannot merge
    const next = rest[read.length];
    if (next) verdicts.push(unknown(next));
  }
  return ok(verdicts);
};

const unknown = (pair: Pair): PairVerdict => ({ pair, verdict: 'unknown', paths: [] });

/** Reads what `git merge-tree --stdin --name-only --no-messages` prints, as far as it is whole. */
export const verdictsIn = (text: string, pairs: readonly Pair[]): readonly PairVerdict[] => {
  // what stands behind the last NUL is not whole
  const fields = text.split('\0').slice(0, -1);
  const verdicts: PairVerdict[] = [];
  let at = 0;
  for (const pair of pairs) {
    const [status, tree] = [fields[at], fields[at + 1]];
    const end = fields.indexOf('', at + 2);
    if ((status !== '0' && status !== '1') || !HASH.test(tree ?? '') || end === -1) break;
    const isClean = status === '1';
    verdicts.push({
      pair,
      verdict: isClean ? 'clean' : 'conflict',
      paths: isClean ? [] : fields.slice(at + 2, end),
    });
    at = end + 1;
  }
  return verdicts;
};
