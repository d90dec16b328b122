import type { Command } from './context';
import { openAt } from './open';
import { achievementFor } from './target';

/** Arguments: plan URI and id, or a tree node. */
export const openAchievement: Command = async (context, argument, id) => {
  const { achievement } = await achievementFor(context, argument, id);
  await openAt(achievement.uri, achievement.definition);
};
