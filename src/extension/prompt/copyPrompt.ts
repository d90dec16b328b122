import { window } from 'vscode';
import type { Command } from '../commands/commandRegistry';
import { namesAchievement, type Targets } from '../commands/targets';
import type { EngineHost } from '../engineHost';
import { withoutIcons } from '../withoutIcons';
import { promptChoices } from './choices';
import { deliver, pickTarget } from './deliver';
import { preparePrompt } from './prepare';

/** Arguments: plan URI and id, a plan URI alone, or a tree node; the palette asks for the plan. Asks which prompt. */
export const copyPrompt =
  (host: EngineHost, targets: Targets): Command =>
  async (argument, id) => {
    const named = namesAchievement(argument, id) ? await targets.achievementFor(argument, id) : undefined;
    const plan = named?.plan ?? (await targets.planFor(argument));
    if (!plan) return;
    const choices = promptChoices(plan, named?.achievement);
    if (choices.length === 0) {
      void window.showInformationMessage('There is nothing to ask about this.');
      return;
    }
    const about = named ? `${plan.name} ${named.achievement.id}` : plan.name;
    const picked = await window.showQuickPick(
      choices.map((choice) => ({ ...choice, description: withoutIcons(choice.description) })),
      { title: `Prompt for ${withoutIcons(about)}`, matchOnDescription: true },
    );
    if (!picked) return;
    const prompt = await preparePrompt(await host.engine(), plan, picked.asks);
    const target = await pickTarget(prompt.title);
    if (target) await deliver(prompt, target);
  };
