import { l10n, Uri, window, workspace } from 'vscode';
import type { Snapshot } from '../../engine/engine';
import type { AnalysedAchievement, AnalysedPlan } from '../../engine/model/analysis';
import { UserError } from '../../shared/userError';
import { withoutIcons } from '../creation/editorUi';
import type { TreeNode } from '../tree/nodes';
import type { CommandContext } from './context';

/** URI of the plan a command is for: its argument, else the active editor's, the only one, or the one picked. */
export const planFor = async (
  { host }: CommandContext,
  argument: unknown,
): Promise<AnalysedPlan | undefined> => {
  const snapshot = await host.current();
  const said = isNode(argument) ? argument.plan.uri : uriFrom(argument);
  if (said !== undefined) {
    const plan = snapshot.planOf(said);
    if (!plan) throw new UserError(l10n.t('There is no plan at {0} any more.', said));
    return plan;
  }
  const active = window.activeTextEditor?.document.uri.toString();
  const plan = active === undefined ? undefined : snapshot.planOf(active);
  return plan && snapshot.plans.includes(plan) ? plan : pickPlan(snapshot);
};

/** As {@link planFor}, but without an argument that names a plan the one whose graph has the focus comes first. */
export const planForGraph = async (
  context: CommandContext,
  argument: unknown,
): Promise<AnalysedPlan | undefined> => {
  // the title bar of a graph hands over the address of its page, which no plan has
  const isNamed = isNode(argument) || typeof argument === 'string';
  return planFor(context, isNamed ? argument : (context.activeGraph() ?? argument));
};

/** The plan and achievement of a lens, menu or caller. */
export const achievementFor = async (
  context: CommandContext,
  argument: unknown,
  id: unknown,
): Promise<{ readonly plan: AnalysedPlan; readonly achievement: AnalysedAchievement }> => {
  const plan = await planFor(context, argument);
  const wanted = isNode(argument) && argument.kind === 'achievement' ? argument.achievement.id : id;
  const achievement = typeof wanted === 'string' ? plan?.byId.get(wanted) : undefined;
  if (!plan || !achievement) throw new UserError(l10n.t('This achievement is not in its plan any more.'));
  return { plan, achievement };
};

/** The only plan, or the one the person picks; an error a person can read when there is none. */
export const pickPlan = async (snapshot: Snapshot): Promise<AnalysedPlan | undefined> => {
  const { plans } = snapshot;
  if (plans.length === 0) throw new UserError(l10n.t('There is no plan in this workspace.'));
  if (plans.length === 1) return plans[0];
  const items = plans.map((plan) => ({
    label: withoutIcons(plan.name),
    description: l10n.t('{0}/{1} complete', plan.progress.complete, plan.progress.total),
    detail: workspace.asRelativePath(Uri.parse(plan.uri)),
    plan,
  }));
  const picked = await window.showQuickPick(items, { title: l10n.t('Plan'), matchOnDetail: true });
  return picked?.plan;
};

export const uriFrom = (argument: unknown): string | undefined => {
  if (typeof argument === 'string') return argument;
  return argument instanceof Uri ? argument.toString() : undefined;
};

export const isNode = (argument: unknown): argument is TreeNode =>
  typeof argument === 'object' && argument !== null && 'kind' in argument && 'plan' in argument;
