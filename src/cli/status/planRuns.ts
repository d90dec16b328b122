import { dirname } from 'node:path';
import type { AnalysedPlan } from '../../engine/model/analysis';
import { pathOfUri } from '../../node/diskFiles';
import { homesOf, takenNames } from '../../node/run/record/runFolder';
import type { PlanRuns } from './planRun';

/** The last runs of plans, as far as there is anything to say of them. Where nothing was ever run, nothing is loaded. */
export const planRuns = async (plans: readonly AnalysedPlan[]): Promise<PlanRuns> => {
  const folders = plans.flatMap(({ uri }) => {
    const path = pathOfUri(uri.split('#')[0] ?? '');
    return path === undefined ? [] : [dirname(path)];
  });
  const homes = homesOf([...new Set(folders)]).filter((home) => takenNames(home).length > 0);
  return homes.length === 0 ? new Map() : (await import('../running')).lastRuns(homes);
};
