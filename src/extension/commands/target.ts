import { l10n, type QuickPickItem, QuickPickItemKind, Uri, window, workspace } from 'vscode';
import type { AnalysedAchievement, AnalysedPlan } from '../../engine/model/analysis';
import { isFinished, isGoing, isWaiting, stateMark } from '../../engine/model/lifecycle';
import { countReady } from '../../engine/model/readiness';
import type { Snapshot } from '../../engine/snapshot';
import { UserError } from '../../shared/userError';
import { withoutIcons } from '../creation/withoutIcons';
import type { NodeOfPlan } from '../tree/nodes';
import type { CommandContext } from './context';

/**
 * The plan a command is for: its argument, else the one in front, the only one, or the one picked.
 * @param fits which plans the command has anything to do for; all when left out
 */
export const planFor = async (
  context: CommandContext,
  argument: unknown,
  fits: (plan: AnalysedPlan) => boolean = () => true,
): Promise<AnalysedPlan | undefined> => {
  const snapshot = await context.host.current();
  const said = isNode(argument) ? argument.plan.uri : uriFrom(argument);
  if (said !== undefined) {
    const plan = snapshot.planOf(said);
    if (!plan) throw new UserError(l10n.t('There is no plan at {0} any more.', said));
    return plan;
  }
  const plan = planInFront(context, snapshot);
  return plan && fits(plan) ? plan : pickPlan({ plans: snapshot.plans.filter(fits) });
};

/** For commands that have nothing to do with a batch of PRPs. */
export const isOfDocuments = ({ kind }: AnalysedPlan): boolean => kind === 'plan';

/** The plan of the graph or timeline that has the focus, of the row that was chosen last in the tree, of the document. */
export const planInFront = (
  { activeGraph, selectedInTree }: CommandContext,
  snapshot: Snapshot,
): AnalysedPlan | undefined =>
  [activeGraph(), selectedInTree(), window.activeTextEditor?.document.uri.toString()]
    .map((uri) => (uri === undefined ? undefined : snapshot.planOf(uri)))
    .find((plan) => plan !== undefined && snapshot.plans.includes(plan));

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
export const pickPlan = async ({ plans }: Pick<Snapshot, 'plans'>): Promise<AnalysedPlan | undefined> => {
  if (plans.length === 0) throw new UserError(l10n.t('There is no plan in this workspace.'));
  if (plans.length === 1) return plans[0];
  const parts: readonly (readonly [title: string, of: (plan: AnalysedPlan) => boolean])[] = [
    [l10n.t('Going on'), isGoing],
    [l10n.t('Put aside'), isWaiting],
    [l10n.t('Over'), isFinished],
  ];
  const items = parts.flatMap(([label, isOf]): readonly PlanItem[] => {
    const some = plans.filter(isOf);
    return some.length === 0 ? [] : [{ label, kind: QuickPickItemKind.Separator }, ...some.map(itemOf)];
  });
  const picked = await window.showQuickPick(items, {
    title: l10n.t('Plan'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.plan;
};

interface PlanItem extends QuickPickItem {
  readonly plan?: AnalysedPlan;
}

/** `2/9 complete · 3 ready`, behind the state of a plan that does not go on. */
const itemOf = (plan: AnalysedPlan): PlanItem => {
  const ready = countReady(plan);
  const words = [
    stateMark(plan),
    l10n.t('{0}/{1} complete', plan.progress.complete, plan.progress.total),
    ready > 0 && !isFinished(plan) ? l10n.t('{0} ready', ready) : undefined,
  ];
  return {
    label: withoutIcons(plan.name),
    description: words.filter((each) => each !== undefined).join(' · '),
    detail: workspace.asRelativePath(Uri.parse(plan.uri)),
    plan,
  };
};

export const uriFrom = (argument: unknown): string | undefined => {
  if (typeof argument === 'string') return argument;
  return argument instanceof Uri ? argument.toString() : undefined;
};

export const isNode = (argument: unknown): argument is NodeOfPlan =>
  typeof argument === 'object' && argument !== null && 'kind' in argument && 'plan' in argument;
