import { createDocuments } from '../creation/flow';
import type { Command } from './context';
import { achievementFor, isNode } from './target';

/** Arguments: plan URI and id, or a tree node. */
export const createExecution: Command = async (context, argument, id) => {
  const { plan, achievement } = await achievementFor(context, argument, id);
  const selection = { by: 'achievements', ids: [achievement.id] } as const;
  const task = { plan: plan.uri, kind: 'execution', selection, isFromView: isNode(argument) } as const;
  await createDocuments(context.creation, context.ui, task);
};
