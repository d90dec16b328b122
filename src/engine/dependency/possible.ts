import { UserError } from '../../shared/userError';
import { closedCycle } from '../graph/closedCycle';
import type { AnalysedPlan, Cycle } from '../model/analysis';
import type { DependencyChange } from '../model/edge';
import type { AchievementId } from '../model/ids';

/** Why a change cannot be made; with the cycle where it would close one. */
export class ImpossibleChange extends UserError {
  readonly cycle: Cycle | undefined;

  constructor(message: string, cycle?: Cycle) {
    super(message);
    this.cycle = cycle;
  }
}

/**
 * Why a plan cannot have a dependency more or less: an id that it does not define, nothing to remove, nothing new to
 * add, or a cycle that would be closed. Undefined where it can.
 */
export const problemOf = (
  plan: AnalysedPlan,
  { kind, id, dependsOn }: DependencyChange,
): ImpossibleChange | undefined => {
  for (const each of [id, dependsOn]) {
    if (!plan.byId.has(each)) return new ImpossibleChange(`${plan.name} defines no achievement ${each}.`);
  }
  const isThere = plan.byId.get(id)?.dependencies.some((each) => each.id === dependsOn) === true;
  if (kind === 'remove') {
    return isThere ? undefined : new ImpossibleChange(`${id} does not depend on ${dependsOn}.`);
  }
  if (isThere) return new ImpossibleChange(`${id} depends on ${dependsOn} already.`);
  const way = wayBetween(plan, dependsOn, id);
  if (!way) return undefined;
  const cycle = closedCycle(way);
  return new ImpossibleChange(
    `${id} cannot depend on ${dependsOn}, because that would close the cycle ${cycle.join(' → ')}.`,
    cycle,
  );
};

/** A shortest way along dependencies, both ends included; undefined when there is none. */
export const wayBetween = (
  { byId }: AnalysedPlan,
  from: AchievementId,
  to: AchievementId,
): readonly AchievementId[] | undefined => {
  const metFrom = new Map<AchievementId, AchievementId | undefined>([[from, undefined]]);
  for (const id of metFrom.keys()) {
    if (id === to) break;
    for (const dependency of byId.get(id)?.dependencies ?? []) {
      if (!metFrom.has(dependency.id)) metFrom.set(dependency.id, id);
    }
  }
  if (!metFrom.has(to)) return undefined;
  const way: AchievementId[] = [];
  for (let id: AchievementId | undefined = to; id !== undefined; id = metFrom.get(id)) way.push(id);
  return way.reverse();
};
