import type { Selected } from '../selection';
import type { TreeModel } from './model';
import type { NodeOfPlan, TreeNode } from './nodes';

/** What a row of the tree stands for; nothing where it is of no single plan. */
export function selectedBy(node: NodeOfPlan): Selected;
export function selectedBy(node: TreeNode): Selected | undefined;
export function selectedBy(node: TreeNode): Selected | undefined {
  if (node.kind === 'section') return undefined;
  const planUri = node.plan.uri;
  if (node.kind === 'achievement') return { planUri, id: node.achievement.id, file: undefined };
  const owner = node.kind === 'file' ? node.parent : undefined;
  return owner?.kind === 'achievement' && node.kind === 'file'
    ? { planUri, id: owner.achievement.id, file: node.uri }
    : { planUri, id: undefined, file: undefined };
}

/** The row that stands for it; the plan's where there is none. */
export const nodeFor = (model: TreeModel, { planUri, id, file }: Selected): TreeNode | undefined =>
  (file === undefined ? undefined : model.fileNode(planUri, file)) ??
  (id === undefined ? undefined : model.achievementNode(planUri, id)) ??
  model.planNode(planUri);
