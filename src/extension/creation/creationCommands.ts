import type { CreationKind, CreationSelection } from '../../engine/create/batch';
import type { Command } from '../commands/commandRegistry';
import { isNode, isOfDocuments, type Targets } from '../commands/targets';
import type { CreationTask } from './flow';

type Create = (task: CreationTask) => Promise<unknown>;

/**
 * Creates a document of one kind for one achievement. Arguments: plan URI and id, or a tree node.
 * @param another the next execution, also where there are some
 */
export const createFor =
  (targets: Targets, create: Create, kind: CreationKind, another = false): Command =>
  async (argument, id) => {
    const { plan, achievement } = await targets.achievementFor(argument, id);
    const selection = { by: 'achievements', ids: [achievement.id] } as const;
    await create({ plan: plan.uri, kind, selection, another, isFromView: isNode(argument) });
  };

/** Creates the documents of one kind. Argument: a plan URI or a tree node; a level's node selects its level. */
export const batchCreate =
  (targets: Targets, create: Create, kind: CreationKind): Command =>
  async (argument) => {
    const plan = await targets.planFor(argument, isOfDocuments);
    if (!plan) return;
    await create({ plan: plan.uri, kind, selection: selectionOf(argument), isFromView: isNode(argument) });
  };

const selectionOf = (argument: unknown): CreationSelection | undefined =>
  isNode(argument) && argument.kind === 'group'
    ? { by: 'achievements', ids: argument.achievements.map(({ id }) => id) }
    : undefined;
