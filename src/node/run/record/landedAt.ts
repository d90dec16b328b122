import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { LandedAt } from '../../../engine/run/share';
import { ok, type Result } from '../../../shared/result';
import type { UserError } from '../../../shared/userError';
import { gitText } from '../../git/command';
import { isAncestor } from '../../git/commits';
import type { Repository } from '../../git/repository';

/** Where a commit that a run has landed is: in what is checked out at `top`, else on the branch of the run. */
export const landedAt = async (
  top: string,
  branch: string,
  landed: string,
): Promise<Result<LandedAt, UserError>> => {
  const merged = await isAncestor(top, landed, 'HEAD');
  if (!merged.ok) return merged;
  if (merged.value) return ok('checkout');
  const said = await gitText(
    ['for-each-ref', '--format=%(refname)', `--contains=${landed}`, `refs/heads/${branch}`],
    { cwd: top },
  );
  if (!said.ok) return said;
  return ok(said.value.split('\n').includes(`refs/heads/${branch}`) ? 'branch' : 'nowhere');
};

/**
 * {@link landedAt} for one run, asked again only where HEAD or the branch has moved, as files of the repository tell. What
 * git does not say is on the branch.
 */
export const createLandedLook = () => {
  let known: { readonly key: string; readonly at: LandedAt } = { key: '', at: 'branch' };
  return async (repository: Repository, branch: string, landed: string): Promise<LandedAt> => {
    const key = [landed, ...tracesOf(repository, branch)].join();
    if (key !== known.key) {
      const found = await landedAt(repository.top, branch, landed);
      known = { key, at: found.ok ? found.value : 'branch' };
    }
    return known.at;
  };
};

/** What differs after HEAD or a branch has moved, however git keeps its refs. */
const tracesOf = ({ gitFolder, commonFolder }: Repository, branch: string): readonly string[] => {
  const head = textOf(join(gitFolder, 'HEAD'));
  const current = /^ref: (.+)/.exec(head)?.[1] ?? 'HEAD';
  const files = [
    join(gitFolder, 'logs', 'HEAD'),
    join(commonFolder, current),
    join(commonFolder, 'refs', 'heads', branch),
    join(commonFolder, 'packed-refs'),
  ];
  return [head, ...files.map(traceOf)];
};

const textOf = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // it is being written this very moment
    return '';
  }
};

const traceOf = (path: string): string => {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats ? `${stats.mtimeMs}:${stats.size}` : '';
};
