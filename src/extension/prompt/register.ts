import type { Disposable } from '../../shared/dispose';
import type { RegisterCommands } from '../commands/commandRegistry';
import type { Targets } from '../commands/targets';
import type { EngineHost } from '../engineHost';
import { copyPrompt } from './copyPrompt';
import { deliver } from './deliver';
import { preparePrompt } from './prepare';

/** Prompts for a language model. */
export const registerPrompts = (host: EngineHost, targets: Targets, register: RegisterCommands): Disposable =>
  register({
    copyPrompt: copyPrompt(host, targets),
    // for what comes next, without a question
    copyNextPrompt: async (argument, id) => {
      const { plan, achievement } = await targets.achievementFor(argument, id);
      const selection = { by: 'achievements', ids: [achievement.id] } as const;
      const prompt = await preparePrompt(await host.engine(), plan, { kind: 'next', selection });
      await deliver(prompt, 'clipboard');
    },
  });
