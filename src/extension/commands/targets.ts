import { type QuickPickItem, QuickPickItemKind, Uri, window, workspace } from 'vscode';
import type { AnalysedAchievement, AnalysedPlan } from '../../engine/model/analysis';
import { isFinished, isGoing, isWaiting, stateMark } from '../../engine/model/lifecycle';
import { countReady } from '../../engine/model/readiness';
import type { Snapshot } from '../../engine/snapshot';
import { UserError } from '../../shared/userError';
import type { NodeOfPlan } from '../tree/nodes';
import { withoutIcons } from '../withoutIcons';

/** What a command is for. */
export interface Targets {
  /**
   * The plan of the argument, else the one in front, the only one, or the one picked.
   * @param fits which plans the command has anything to do for; all when left out
   */
  planFor(argument: unknown, fits?: (plan: AnalysedPlan) => boolean): Promise<AnalysedPlan | undefined>;
  /** As {@link planFor}, but without an argument that names a plan the one whose graph has the focus comes first. */
  planForGraph(argument: unknown): Promise<AnalysedPlan | undefined>;
  /** The plan and achievement of a lens, menu or caller. */
  achievementFor(argument: unknown, id: unknown): Promise<NamedAchievement>;
  /** The plan of the graph or timeline that has the focus, of the row that was chosen last in the tree, of the document. */
  planInFront(snapshot: Snapshot): AnalysedPlan | undefined;
}

export interface NamedAchievement {
  readonly plan: AnalysedPlan;
  readonly achievement: AnalysedAchievement;
}

/** Where plans are looked for. */
export interface Looks {
  current(): Promise<Snapshot>;
  /** The plan whose graph has the focus. */
  activeGraph(): string | undefined;
  /** The plan of the row of the tree that was chosen last, when nothing was chosen elsewhere since. */
  selectedInTree(): string | undefined;
}

export const createTargets = ({ current, activeGraph, selectedInTree }: Looks): Targets => {
  const planInFront: Targets['planInFront'] = (snapshot) =>
    [activeGraph(), selectedInTree(), window.activeTextEditor?.document.uri.toString()]
      .map((uri) => (uri === undefined ? undefined : snapshot.planOf(uri)))
      .find((plan) => plan !== undefined && snapshot.plans.includes(plan));

  const planFor: Targets['planFor'] = async (argument, fits = () => true) => {
    const snapshot = await current();
    const said = isNode(argument) ? argument.plan.uri : uriFrom(argument);
    if (said !== undefined) return planAt(snapshot, said);
    const plan = planInFront(snapshot);
    return plan && fits(plan) ? plan : pickPlan({ plans: snapshot.plans.filter(fits) });
  };

  return {
    planFor,
    planInFront,
    planForGraph: async (argument) => {
      // the title bar of a graph hands over the address of its page, which no plan has
      const isNamed = isNode(argument) || typeof argument === 'string';
      return planFor(isNamed ? argument : (activeGraph() ?? argument));
    },
    achievementFor: async (argument, id) => {
      const plan = await planFor(argument);
      const wanted = isNode(argument) && argument.kind === 'achievement' ? argument.achievement.id : id;
      const achievement = typeof wanted === 'string' ? plan?.byId.get(wanted) : undefined;
      if (!plan || !achievement) {
        throw new UserError('This achievement is no longer in its plan.');
      }
      return { plan, achievement };
    },
  };
};

/** The plan at a URI; an error a person can read when it is gone. */
export const planAt = (snapshot: Snapshot, uri: string): AnalysedPlan => {
  const plan = snapshot.planOf(uri);
  if (!plan) throw new UserError(`There is no longer a plan at ${uri}.`);
  return plan;
};

/** Whether the arguments of a command name one achievement: a plan URI and an id, or its row in the tree. */
export const namesAchievement = (argument: unknown, id: unknown): boolean =>
  typeof id === 'string' || (isNode(argument) && argument.kind === 'achievement');

/** For commands that have nothing to do with a batch of PRPs. */
export const isOfDocuments = ({ kind }: AnalysedPlan): boolean => kind === 'plan';

/** The only plan, or the one the person picks; an error a person can read when there is none. */
export const pickPlan = async ({ plans }: Pick<Snapshot, 'plans'>): Promise<AnalysedPlan | undefined> => {
  if (plans.length === 0) throw new UserError('There is no plan in this workspace.');
  if (plans.length === 1) return plans[0];
  const parts: readonly (readonly [title: string, of: (plan: AnalysedPlan) => boolean])[] = [
    ['Current', isGoing],
    ['On hold', isWaiting],
    ['Finished', isFinished],
  ];
  const items = parts.flatMap(([label, isOf]): readonly PlanItem[] => {
    const some = plans.filter(isOf);
    return some.length === 0 ? [] : [{ label, kind: QuickPickItemKind.Separator }, ...some.map(itemOf)];
  });
  const picked = await window.showQuickPick(items, {
    title: 'Plan',
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
    `${plan.progress.complete}/${plan.progress.total} complete`,
    ready > 0 && !isFinished(plan) ? `${ready} ready` : undefined,
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
