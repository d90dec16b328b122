import { l10n, window } from 'vscode';
import { withoutIcons } from '../creation/withoutIcons';
import { promptChoices } from '../prompt/choices';
import { deliver, pickTarget } from '../prompt/deliver';
import { preparePrompt } from '../prompt/prepare';
import type { Command } from './context';
import { achievementFor, isNode, planFor } from './target';

/** Arguments: plan URI and id, a plan URI alone, or a tree node; the palette asks for the plan. Asks which prompt. */
export const copyPrompt: Command = async (context, argument, id) => {
  const isNamed = typeof id === 'string' || (isNode(argument) && argument.kind === 'achievement');
  const named = isNamed ? await achievementFor(context, argument, id) : undefined;
  const plan = named?.plan ?? (await planFor(context, argument));
  if (!plan) return;
  const choices = promptChoices(plan, named?.achievement);
  if (choices.length === 0) {
    void window.showInformationMessage(l10n.t('There is nothing to ask about this.'));
    return;
  }
  const about = named ? `${plan.name} ${named.achievement.id}` : plan.name;
  const picked = await window.showQuickPick(
    choices.map((choice) => ({ ...choice, description: withoutIcons(choice.description) })),
    { title: l10n.t('Prompt for {0}', withoutIcons(about)), matchOnDescription: true },
  );
  if (!picked) return;
  const prompt = await preparePrompt(await context.host.engine(), plan, picked.asks);
  const target = await pickTarget(prompt.title);
  if (target) await deliver(prompt, target);
};
