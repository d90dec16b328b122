import { groupBy } from '../../shared/groupBy';
import type { AnalysedPlan } from '../model/analysis';
import type { AchievementId } from '../model/ids';
import type { GroupTime, PlanTime, Time } from '../model/time';
import { type Figures, groupTime } from './groupTime';

/**
 * Progress and time of a plan, of its levels and of its priorities. An id that is defined twice counts once.
 * `isOrderKnown`: enough of its dependencies is stated to say what can be done in parallel.
 */
export const planTime = ({ byId }: Pick<AnalysedPlan, 'byId'>, isOrderKnown: boolean): PlanTime => {
  // every figure is read once: that may take the text of the plan
  const all = [...byId.values()].map(({ id, level, priority, status, dependencies, effort, actual }) => {
    return { id, level, priority, status, dependencies, effort, actual };
  });
  const levels = groupBy(all, ({ level }) => level);
  const priorities = groupBy(all, ({ priority }) => priority);
  return {
    ...groupTime(all, isOrderKnown),
    levels: [...levels]
      .flatMap(([level, group]) => (level === undefined ? [] : [{ level, ...partOf(group, isOrderKnown) }]))
      .sort((one, other) => one.level - other.level),
    priorities: [...priorities].map(([priority, group]) => ({ priority, ...partOf(group, isOrderKnown) })),
  };
};

/** The same, when what a run has landed counts as complete. */
export const planTimeWith = (
  plan: Pick<AnalysedPlan, 'byId' | 'time' | 'isOrderKnown'>,
  landed: ReadonlySet<AchievementId>,
): Time => {
  if (landed.size === 0) return plan.time();
  const figures = [...plan.byId.values()].map(
    ({ id, level, status, dependencies, effort, actual }): Figures => ({
      id,
      level,
      status: landed.has(id) ? 'complete' : status,
      dependencies,
      effort,
      actual,
    }),
  );
  return groupTime(figures, plan.isOrderKnown());
};

const partOf = (group: readonly Figures[], isOrderKnown: boolean): GroupTime => ({
  ...groupTime(group, isOrderKnown),
  achievements: group.map(({ id }) => id),
});
