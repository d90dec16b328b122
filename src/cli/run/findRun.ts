import { resolve } from 'node:path';
import { type FoundRun, openRun } from '../../node/run/record/openRun';
import { homeOf, runNames } from '../../node/run/record/runFolder';
import { UserError } from '../../shared/userError';

/** The folder that runs belong to which are named without a plan. */
export const homeHere = (path = '.'): string => {
  const home = homeOf(resolve(path));
  if (home === undefined) throw new UserError('There is no git repository here, so nothing was run.');
  return home;
};

/** A run by its name, or by a beginning of it that no other has. */
export const findRun = async (name: string, home = homeHere()): Promise<FoundRun> => {
  const names = runNames(home);
  const matching = names.includes(name) ? [name] : names.filter((each) => each.startsWith(name));
  const [run, ...others] = matching;
  if (run === undefined) {
    const known =
      names.length === 0 ? 'Nothing was run here yet.' : `Runs are ${names.slice(-8).join(', ')}.`;
    throw new UserError(`There is no run ${name}. ${known}`);
  }
  if (others.length > 0) throw new UserError(`More than one run begins so: ${matching.join(', ')}.`);
  return openRun(home, run);
};
