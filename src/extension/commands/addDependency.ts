import { pickDependency, tell } from '../dependency/pick';
import type { Command } from './context';
import { achievementFor } from './target';

/** Lets an achievement depend on another one. Arguments: a plan URI and an id, or a tree node. */
export const addDependency: Command = async (context, argument, id) => {
  const { dependencies } = context;
  const { plan, achievement } = await achievementFor(context, argument, id);
  const picked = await pickDependency(plan, achievement, dependencies);
  if (picked) tell(await dependencies.change(plan, { kind: 'add', ...picked }));
};
