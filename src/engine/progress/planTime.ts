import { groupBy } from '../../shared/groupBy';
import type { AnalysedAchievement, AnalysedPlan } from '../model/analysis';
import { type Effort, NO_EFFORT } from '../model/effort';
import type { GroupTime, PlanTime } from '../model/time';
import { longestChains, type Order, orderOf } from './chains';
import { type Figures, sumOf } from './sums';

type Grouping<K> = (achievement: AnalysedAchievement) => K;

/**
 * Progress and time of a plan, of its levels and of its priorities: the one place where any view takes them from. An
 * id that is defined twice counts once. Linear in achievements and dependencies.
 */
export const planTime = ({
  byId,
  dependencySource,
}: Pick<AnalysedPlan, 'byId' | 'dependencySource'>): PlanTime => {
  const achievements = [...byId.values()];
  const figures = new Map<AnalysedAchievement, Figures>(
    achievements.map((each) => {
      const { status, effort, actual } = each;
      return [each, { status, effort, actual }];
    }),
  );
  const order = dependencySource === 'none' ? undefined : orderOf(achievements);
  const timesBy = <K>(groupOf: Grouping<K>): ReadonlyMap<K, GroupTime> =>
    groupTimes(achievements, figures, order, groupOf);
  const levels = timesBy(({ level }) => level);
  const { achievements: _, ...whole } = timesBy(() => 'plan').get('plan') ?? NOTHING;
  return {
    ...whole,
    levels: [...levels]
      .flatMap(([level, time]) => (level === undefined ? [] : [{ level, ...time }]))
      .sort((one, other) => one.level - other.level),
    priorities: [...timesBy(({ priority }) => priority)].map(([priority, time]) => ({ priority, ...time })),
  };
};

const NOTHING: GroupTime = { ...sumOf([]), parallel: undefined, achievements: [] };

const groupTimes = <K>(
  achievements: readonly AnalysedAchievement[],
  figures: ReadonlyMap<AnalysedAchievement, Figures>,
  order: Order | undefined,
  groupOf: Grouping<K>,
): ReadonlyMap<K, GroupTime> => {
  const groups = groupBy(achievements, groupOf);
  const hours = (each: AnalysedAchievement, isOpen: boolean): Effort => {
    const { status, effort } = figures.get(each) ?? each;
    const takesNone = status === 'skipped' || (isOpen && status === 'complete');
    return takesNone ? NO_EFFORT : (effort ?? NO_EFFORT);
  };
  const open = order && longestChains(order, groupOf, (each) => hours(each, true));
  const all = order && longestChains(order, groupOf, (each) => hours(each, false));
  return new Map(
    [...groups].map(([group, members]) => {
      const [chainOpen, chainAll] = [open?.get(group), all?.get(group)];
      const isKnown = members.every(({ level }) => level !== undefined);
      const parallel = chainOpen && chainAll && isKnown ? { open: chainOpen, all: chainAll } : undefined;
      const sum = sumOf(members.map((each) => figures.get(each) ?? each));
      return [group, { ...sum, parallel, achievements: members.map(({ id }) => id) }];
    }),
  );
};
