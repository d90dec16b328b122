import { cyclesOf } from '../graph/cycles';
import { createGraph } from '../graph/graph';
import { topologyOf } from '../graph/levels';
import type { AnalysedPlan } from '../model/analysis';
import { isFinished } from '../model/lifecycle';
import type { LinkEnd, SaidLink } from './link';

/** What has to come first, and what comes after it. */
export interface PlanOrder {
  readonly first: LinkEnd;
  readonly after: LinkEnd;
  /** Surely: the later one cannot begin before. Else it is only better so. */
  readonly isHard: boolean;
  readonly link: SaidLink;
}

/** The order that a link states, whoever of the two says it; undefined where it states none. */
export const orderOf = (link: SaidLink): PlanOrder | undefined => {
  switch (link.relation) {
    case 'hard':
    case 'order':
      return { first: link.to, after: link.from, isHard: link.relation === 'hard', link };
    case 'blocks':
    case 'precedes':
      return { first: link.from, after: link.to, isHard: link.relation === 'blocks', link };
    default:
      return undefined;
  }
};

/** The orders of links between plans that are not finished, and of whole plans: a single achievement holds up no plan. */
export const ordersOfPlans = (links: readonly SaidLink[]): readonly PlanOrder[] =>
  links
    .map(orderOf)
    .filter((each) => each !== undefined)
    .filter(
      ({ first, after }) =>
        after.achievement === undefined && !isFinished(first.plan) && !isFinished(after.plan),
    );

/** Plans in the order of some statements. */
export interface OrderedPlans {
  /** Longest way to a plan that comes after no other, from 0; undefined in and behind a cycle. */
  depthOf(plan: AnalysedPlan): number | undefined;
  /** Closed paths, each step an order whose `first` is the `after` of the next; the first plan by URI first. */
  readonly cycles: readonly (readonly PlanOrder[])[];
}

/** Linear in plans and orders, and the search for cycles where there are any. */
export const orderPlans = (plans: readonly AnalysedPlan[], orders: readonly PlanOrder[]): OrderedPlans => {
  const sorted = [...plans].sort((one, other) => (one.uri < other.uri ? -1 : 1));
  const numbers = new Map(sorted.map((plan, at) => [plan, at]));
  const steps = new Map<string, PlanOrder>();
  for (const order of orders) {
    const key = `${numbers.get(order.after.plan)} ${numbers.get(order.first.plan)}`;
    const known = steps.get(key);
    if (!known || (order.isHard && !known.isHard)) steps.set(key, order);
  }
  const graph = createGraph(
    sorted.length,
    [...steps.keys()].flatMap((key) => key.split(' ').map(Number)),
  );
  const topology = topologyOf(graph);
  return {
    depthOf: (plan) => {
      const level = topology.levels[numbers.get(plan) ?? -1];
      return level === undefined || level === -1 ? undefined : level;
    },
    cycles: topology.acyclic
      ? []
      : cyclesOf(graph, { topology }).map((nodes) =>
          nodes.flatMap((node, at) => steps.get(`${node} ${nodes[(at + 1) % nodes.length]}`) ?? []),
        ),
  };
};
