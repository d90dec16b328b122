import type { AnalysedPlan } from '../model/analysis';
import type { AchievementId } from '../model/ids';
import { type Network, networkOf } from './network';

const NOTHING: ReadonlySet<AchievementId> = new Set();

const networks = new WeakMap<AnalysedPlan, Network>();

/** The last network of a plan of which a run has landed something, with what that is. */
const withLanded = new WeakMap<AnalysedPlan, { readonly landed: string; readonly network: Network }>();

/**
 * What is left of a plan as a network of tasks, from which every schedule is made; worked out once per plan. Undefined
 * without dependency information, and where that covers too few achievements.
 *
 * @param landed what a run has landed by now: it is left out
 */
export const networkIn = (
  plan: AnalysedPlan,
  landed: ReadonlySet<AchievementId> = NOTHING,
): Network | undefined => {
  if (!plan.isOrderKnown()) return undefined;
  if (landed.size > 0) return networkWithout(plan, landed);
  const known = networks.get(plan);
  if (known) return known;
  const network = networkOf(plan);
  networks.set(plan, network);
  return network;
};

const networkWithout = (plan: AnalysedPlan, landed: ReadonlySet<AchievementId>): Network => {
  const key = JSON.stringify([...landed]);
  const known = withLanded.get(plan);
  if (known?.landed === key) return known.network;
  const network = networkOf(plan, undefined, landed);
  withLanded.set(plan, { landed: key, network });
  return network;
};
