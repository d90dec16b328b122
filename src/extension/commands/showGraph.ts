import type { Command } from './context';
import { planFor } from './target';

/** Argument: a plan URI or a tree node. */
export const showGraph: Command = async (context, argument) => {
  const plan = await planFor(context, argument);
  if (plan) await context.showGraph(plan.uri, 'graph');
};
