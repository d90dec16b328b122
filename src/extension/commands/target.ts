import { l10n, type QuickPickItem, Uri, window, workspace } from 'vscode';
import type { Snapshot } from '../../engine/engine';
import type { AnalysedAchievement, AnalysedPlan } from '../../engine/model/analysis';
import { stateMark } from '../../engine/model/lifecycle';
import { groupBy } from '../../shared/groupBy';
import { UserError } from '../../shared/userError';
import { withoutIcons } from '../creation/editorUi';
import type { TreeNode } from '../tree/nodes';
import type { CommandContext } from './context';

/**
 * The plan a command is for: its argument, else the active editor's, the only one, or the one picked. `isFirst`: which
 * plans are offered before a person asks for the others; all when left out.
 */
export const planFor = async (
  { host }: CommandContext,
  argument: unknown,
  isFirst?: (plan: AnalysedPlan) => boolean,
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
  return plan && snapshot.plans.includes(plan) ? plan : pickPlan(snapshot, isFirst);
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
export const pickPlan = async (
  { plans }: Pick<Snapshot, 'plans'>,
  isFirst?: (plan: AnalysedPlan) => boolean,
): Promise<AnalysedPlan | undefined> => {
  if (plans.length === 0) throw new UserError(l10n.t('There is no plan in this workspace.'));
  if (plans.length === 1) return plans[0];
  const first = isFirst ? plans.filter(isFirst) : plans;
  const shown = first.length > 0 ? first : plans;
  const rest = plans.filter((plan) => !shown.includes(plan));
  const items: readonly PlanItem[] = [...shown.map(itemOf), ...(rest.length > 0 ? [othersItem(rest)] : [])];
  const picked = await window.showQuickPick(items, { title: l10n.t('Plan'), matchOnDetail: true });
  return picked && !picked.plan ? pickPlan({ plans }) : picked?.plan;
};

interface PlanItem extends QuickPickItem {
  /** Undefined for what leads to all plans. */
  readonly plan: AnalysedPlan | undefined;
}

const itemOf = (plan: AnalysedPlan): PlanItem => {
  const progress = l10n.t('{0}/{1} complete', plan.progress.complete, plan.progress.total);
  const mark = stateMark(plan);
  return {
    label: withoutIcons(plan.name),
    description: mark === undefined ? progress : `${mark} · ${progress}`,
    detail: workspace.asRelativePath(Uri.parse(plan.uri)),
    plan,
  };
};

/** `Other plans…  2 paused, 5 archived`. */
const othersItem = (plans: readonly AnalysedPlan[]): PlanItem => ({
  label: l10n.t('Other plans…'),
  description: [...groupBy(plans, ({ state }) => state)]
    .map(([state, some]) => `${some.length} ${state}`)
    .join(', '),
  plan: undefined,
});

export const uriFrom = (argument: unknown): string | undefined => {
  if (typeof argument === 'string') return argument;
  return argument instanceof Uri ? argument.toString() : undefined;
};

export const isNode = (argument: unknown): argument is TreeNode =>
  typeof argument === 'object' && argument !== null && 'kind' in argument && 'plan' in argument;
