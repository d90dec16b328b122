import { generateParallel as generate } from '../proposal/flow';
import type { Command } from './context';
import { isOfDocuments, planFor } from './target';

/** Proposes the dependencies of a plan and writes its parallel.json, or adds to it. Argument: a plan URI or a tree node. */
export const generateParallel: Command = async (context, argument) => {
  const plan = await planFor(context, argument, isOfDocuments);
  if (plan) await generate(context.proposal, context.proposalUi, plan.uri);
};
