import { deliver } from '../prompt/deliver';
import { preparePrompt } from '../prompt/prepare';
import type { Command } from './context';
import { achievementFor } from './target';

/** Copies the prompt for what comes next, without a question. Arguments: plan URI and id, or a tree node. */
export const copyNextPrompt: Command = async (context, argument, id) => {
  const { plan, achievement } = await achievementFor(context, argument, id);
  const selection = { by: 'achievements', ids: [achievement.id] } as const;
  const prompt = await preparePrompt(await context.host.engine(), plan, { kind: 'next', selection });
  await deliver(prompt, 'clipboard');
};
