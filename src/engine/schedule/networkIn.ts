import type { AnalysedPlan } from '../model/analysis';
import { type Network, networkOf } from './network';

const networks = new WeakMap<AnalysedPlan, Network>();

/**
 * What is left of a plan as a network of tasks, from which every schedule is made; worked out once per plan. Undefined
 * without dependency information, and where that covers too few achievements.
 */
export const networkIn = (plan: AnalysedPlan): Network | undefined => {
  if (!plan.isOrderKnown()) return undefined;
  const known = networks.get(plan);
  if (known) return known;
  const network = networkOf(plan);
  networks.set(plan, network);
  return network;
};
