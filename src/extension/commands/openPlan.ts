import type { Command } from './context';
import { openAt } from './open';
import { isNode, pickPlan } from './target';

/** Argument: a tree node; the palette asks. Opens the PLAN file, or the first PRP of a batch. */
export const openPlan: Command = async ({ host }, argument) => {
  const plan = isNode(argument) ? argument.plan : await pickPlan(await host.current());
  if (!plan) return;
  const uri = plan.kind === 'plan' ? plan.uri : plan.achievements[0]?.uri;
  if (uri !== undefined) await openAt(uri);
};
