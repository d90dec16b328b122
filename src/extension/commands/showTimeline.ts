import type { Command } from './context';
import { planForGraph } from './target';

/** Argument: a plan URI or a tree node; without one, the plan whose graph has the focus comes first. */
export const showTimeline: Command = async (context, argument) => {
  const plan = await planForGraph(context, argument);
  if (plan) await context.showGraph(plan.uri, 'timeline');
};
