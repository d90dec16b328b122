import type { Cycle } from '../model/analysis';
import type { AchievementId } from '../model/ids';
import { compareIds } from '../model/ids';

/** The ids along a cycle, each once, as every view names it: from the smallest, which is repeated at the end. */
export const closedCycle = (ids: readonly AchievementId[]): Cycle => {
  const smallest = ids.reduce((least, id, at) => (compareIds(id, ids[least] ?? id) < 0 ? at : least), 0);
  const rotated = [...ids.slice(smallest), ...ids.slice(0, smallest)];
  return [...rotated, ...rotated.slice(0, 1)];
};
