import { pickRemovals, tell } from '../dependency/pick';
import type { Command } from './context';
import { achievementFor } from './target';

/** Removes dependencies from and on an achievement. Arguments: a plan URI and an id, or a tree node. */
export const removeDependency: Command = async (context, argument, id) => {
  const { plan, achievement } = await achievementFor(context, argument, id);
  const picked = await pickRemovals(plan, achievement);
  if (picked.length === 0) return;
  tell(await context.dependencies.change(plan, { kind: 'remove', dependencies: picked }));
};
