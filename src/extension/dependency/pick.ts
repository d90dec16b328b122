import { type QuickPickItem, window } from 'vscode';
import type { AnalysedAchievement, AnalysedPlan } from '../../engine/model/analysis';
import type { BreakableDependency } from '../../engine/model/edge';
import { UserError } from '../../shared/userError';
import { withoutIcons } from '../withoutIcons';
import type { Considered, Dependencies } from './dependencies';

/** How long the status bar says what was done, in milliseconds. */
const TOLD_MS = 8_000;

/** Says what was done, in passing. */
export const tell = (words: string): void => void window.setStatusBarMessage(withoutIcons(words), TOLD_MS);

interface Choice extends QuickPickItem {
  readonly id: string;
  readonly considered: Considered;
}

/** Lets a person choose what an achievement is to depend on; what it cannot comes last, with the reason. */
export const pickDependency = async (
  plan: AnalysedPlan,
  { id }: AnalysedAchievement,
  { consider }: Pick<Dependencies, 'consider'>,
): Promise<BreakableDependency | undefined> => {
  const choices = plan.achievements
    .filter((other) => other.id !== id)
    .map((other): Choice => {
      const considered = consider(plan, id, other.id);
      const words = withoutIcons(considered.words);
      return {
        label: withoutIcons(other.id),
        description: withoutIcons(other.title),
        ...(considered.isPossible ? {} : { detail: `$(circle-slash) ${words}` }),
        id: other.id,
        considered,
      };
    })
    .sort((one, other) => Number(other.considered.isPossible) - Number(one.considered.isPossible));
  const picked = await window.showQuickPick(choices, {
    title: `What should ${withoutIcons(id)} depend on?`,
    matchOnDescription: true,
  });
  if (picked && !picked.considered.isPossible) throw new UserError(picked.considered.words);
  return picked && { id, dependsOn: picked.id };
};

/** Lets a person choose which dependencies from and on an achievement go. */
export const pickRemovals = async (
  { byId }: AnalysedPlan,
  { id, dependencies, dependents }: AnalysedAchievement,
): Promise<readonly BreakableDependency[]> => {
  const titled = (other: string): Pick<QuickPickItem, 'description'> => ({
    description: withoutIcons(byId.get(other)?.title ?? ''),
  });
  const choices = [
    ...dependencies
      .filter((each) => byId.has(each.id))
      .map((each) => ({
        label: withoutIcons(`${id} depends on ${each.id}`),
        ...titled(each.id),
        dependency: { id, dependsOn: each.id },
      })),
    ...dependents.map((other) => ({
      label: withoutIcons(`${other} depends on ${id}`),
      ...titled(other),
      dependency: { id: other, dependsOn: id },
    })),
  ];
  if (choices.length === 0) {
    throw new UserError(`${id} depends on nothing, and nothing depends on it.`);
  }
  const picked = await window.showQuickPick(choices, {
    title: 'Which dependencies should be removed?',
    canPickMany: true,
    matchOnDescription: true,
  });
  return (picked ?? []).map(({ dependency }) => dependency);
};
