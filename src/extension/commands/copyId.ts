import { env } from 'vscode';
import type { Command } from './context';
import { achievementFor } from './target';

/** Arguments: plan URI and id, or a tree node. */
export const copyId: Command = async (context, argument, id) => {
  const { achievement } = await achievementFor(context, argument, id);
  await env.clipboard.writeText(achievement.id);
};
