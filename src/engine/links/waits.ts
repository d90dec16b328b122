import { groupBy } from '../../shared/groupBy';
import type { AnalysedPlan } from '../model/analysis';
import { isFinished } from '../model/lifecycle';
import { isOver } from '../model/status';
import type { PlanWait } from '../model/wait';
import type { LinkEnd, SaidLink } from './link';
import { orderOf, type PlanOrder } from './planOrder';

/**
 * What each plan waits for in others: plans that are not finished, and open achievements of them. Each pair of ends
 * once, with the first place that says it. Plans that wait for nothing have no entry.
 */
export const waitsOf = (links: readonly SaidLink[]): ReadonlyMap<AnalysedPlan, readonly PlanWait[]> => {
  const orders = links.map(orderOf).filter((each) => each !== undefined);
  const hard = orders.filter((each) => each.isHard && isOpen(each));
  const byPlan = groupBy(hard, ({ after }) => after.plan);
  return new Map([...byPlan].map(([plan, each]) => [plan, waitsIn(each)]));
};

const isOpen = ({ first, after }: PlanOrder): boolean => {
  const isDone = (end: LinkEnd): boolean => {
    const status = end.achievement === undefined ? undefined : end.plan.byId.get(end.achievement)?.status;
    return isFinished(end.plan) || (status !== undefined && isOver(status));
  };
  return !isDone(first) && !isDone(after);
};

const waitsIn = (orders: readonly PlanOrder[]): readonly PlanWait[] => {
  const groups = groupBy(orders, ({ first, after }) => `${after.achievement ?? ''}\n${first.plan.uri}`);
  return [...groups.values()].flatMap((group): readonly PlanWait[] => {
    // who waits for the whole plan waits for its parts anyway
    const [known] = group.filter(({ first }) => first.achievement === undefined);
    const order = known ?? group[0];
    if (!order) return [];
    const { first, after, link } = order;
    const { uri, name, progress } = first.plan;
    const achievements = known ? [] : group.flatMap((each) => each.first.achievement ?? []);
    return [
      {
        plan: uri,
        name,
        complete: progress.complete,
        total: progress.total,
        achievements: [...new Set(achievements)],
        own: after.achievement,
        said: link.said,
        line: (link.from.plan.facts?.lines.lineAt(link.said.span.start) ?? 0) + 1,
      },
    ];
  });
};
