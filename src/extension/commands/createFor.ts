import type { CreationKind } from '../../engine/create/batch';
import { createDocuments } from '../creation/flow';
import type { Command } from './context';
import { achievementFor, isNode } from './target';

/**
 * Creates a document of one kind for one achievement. Arguments: plan URI and id, or a tree node.
 * @param another the next execution, also where there are some
 */
export const createFor =
  (kind: CreationKind, another = false): Command =>
  async (context, argument, id) => {
    const { plan, achievement } = await achievementFor(context, argument, id);
    const selection = { by: 'achievements', ids: [achievement.id] } as const;
    const task = { plan: plan.uri, kind, selection, another, isFromView: isNode(argument) };
    await createDocuments(context.creation, context.ui, task);
  };
