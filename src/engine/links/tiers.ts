import { groupBy } from '../../shared/groupBy';
import type { AnalysedPlan } from '../model/analysis';
import { byState, isFinished, type PlanPriority } from '../model/lifecycle';
import { orderPlans, ordersOfPlans, type PlanOrder } from './planOrder';
import { planWebOf } from './planWeb';

/** Plans that come after none of each other: they may be worked on at the same time. */
export interface Tier {
  /** Longest way to a plan that comes after no other one, from 0. */
  readonly tier: number;
  /** The most important first, current ones before those on hold. */
  readonly plans: readonly AnalysedPlan[];
}

/** The plans that are not finished, in the order in which they can be done. */
export interface PlanTiers {
  readonly tiers: readonly Tier[];
  /** In or behind a cycle: nobody can tell when their turn is. */
  readonly without: readonly AnalysedPlan[];
  readonly cycles: readonly (readonly PlanOrder[])[];
  /** Undefined for finished plans too. */
  tierOf(plan: AnalysedPlan): number | undefined;
  /** What a plan comes after, each plan once, as it is said most surely. */
  aheadOf(plan: AnalysedPlan): readonly PlanOrder[];
}

const known = new WeakMap<readonly AnalysedPlan[], PlanTiers>();

/**
 * The tiers of some plans, worked out once for a list: depth among the plans that are not finished, by everything that
 * says which one comes first. The priority of a plan orders inside of a tier only.
 */
export const tiersOf = (plans: readonly AnalysedPlan[]): PlanTiers => {
  const tiers = known.get(plans) ?? tiersAmong(plans);
  known.set(plans, tiers);
  return tiers;
};

const tiersAmong = (plans: readonly AnalysedPlan[]): PlanTiers => {
  const open = plans.filter((plan) => !isFinished(plan));
  const orders = ordersOfPlans(planWebOf(plans).links);
  const { depthOf, cycles } = orderPlans(open, orders);
  const byTier = groupBy(open, depthOf);
  const depths = [...byTier.keys()].filter((depth) => depth !== undefined).sort((one, other) => one - other);
  return {
    tiers: depths.map((tier) => ({ tier, plans: [...(byTier.get(tier) ?? [])].sort(byImportance) })),
    without: byTier.get(undefined) ?? [],
    cycles,
    tierOf: depthOf,
    aheadOf: (plan) => aheadIn(orders, plan),
  };
};

const aheadIn = (orders: readonly PlanOrder[], plan: AnalysedPlan): readonly PlanOrder[] => {
  const ahead = new Map<AnalysedPlan, PlanOrder>();
  for (const order of orders) {
    if (order.after.plan !== plan) continue;
    const said = ahead.get(order.first.plan);
    if (!said || (order.isHard && !said.isHard)) ahead.set(order.first.plan, order);
  }
  return [...ahead.values()];
};

const PRIORITIES: readonly (PlanPriority | undefined)[] = ['CRITICAL', 'HIGH', 'MEDIUM', undefined, 'LOW'];

/** What has no priority stands between medium and low. */
const byImportance = (one: AnalysedPlan, other: AnalysedPlan): number =>
  byState(one, other) || PRIORITIES.indexOf(one.priority) - PRIORITIES.indexOf(other.priority);
