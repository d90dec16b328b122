import type { CreationKind, CreationSelection } from '../../engine/create/batch';
import { createDocuments } from '../creation/flow';
import type { Command } from './context';
import { isNode, isOfDocuments, planFor } from './target';

/** Creates the documents of one kind. Argument: a plan URI or a tree node; a level's node selects its level. */
export const batchCreate =
  (kind: CreationKind): Command =>
  async (context, argument) => {
    const plan = await planFor(context, argument, isOfDocuments);
    if (!plan) return;
    const selection = selectionOf(argument);
    const task = { plan: plan.uri, kind, selection, isFromView: isNode(argument) };
    await createDocuments(context.creation, context.ui, task);
  };

const selectionOf = (argument: unknown): CreationSelection | undefined =>
  isNode(argument) && argument.kind === 'group'
    ? { by: 'achievements', ids: argument.achievements.map(({ id }) => id) }
    : undefined;
