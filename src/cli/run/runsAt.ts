import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { repositoryOf } from '../../node/git/repository';
import { type FoundRun, openRun } from '../../node/run/record/openRun';
import { planPathOf } from '../../node/run/record/planOfRun';
import { runNames } from '../../node/run/record/runFolder';
import { UserError } from '../../shared/userError';
import { homeHere } from './findRun';

/** The runs of a plan or below a folder, the last one at the end; without a path all of this repository. */
export const runsAt = async (path: string | undefined): Promise<readonly FoundRun[]> => {
  const { home, plan } = askedFor(path);
  const all = await Promise.all(runNames(home).map((run) => openRun(home, run)));
  const top = repositoryOf(home)?.top ?? home;
  return all.filter(
    ({ head }) => plan === undefined || head.plan === plan || planPathOf(top, head).path === plan,
  );
};

/** A PLAN file stands for its plan, a folder for all below it. */
const askedFor = (path: string | undefined): { readonly home: string; readonly plan: string | undefined } => {
  if (path === undefined) return { home: homeHere(), plan: undefined };
  const full = resolve(path);
  const [place = full, batch] = full.split('#');
  const stats = statSync(place, { throwIfNoEntry: false });
  if (!stats) throw new UserError(`There is nothing at ${path}.`);
  if (batch !== undefined) return { home: homeHere(place), plan: batch };
  return stats.isDirectory()
    ? { home: homeHere(place), plan: undefined }
    : { home: homeHere(dirname(place)), plan: place };
};
