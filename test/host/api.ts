import type { TreeItem } from 'vscode';
import type { AnalysedPlan } from '../../src/engine/model/analysis';
import type { Api } from '../../src/extension/api';
import type { PlanNode, TreeNode } from '../../src/extension/tree/nodes';
import { activated, until } from './support';

/** The extension's own interface, once its language features answer. */
export async function api(): Promise<Api> {
  const exports = (await activated()).exports as Api;
  await exports.connected();
  return exports;
}

/** A plan by name, as soon as the extension knows it. */
export async function planNamed(name: string): Promise<AnalysedPlan> {
  const { snapshot } = await api();
  return until(async () => (await snapshot()).plans.find((plan) => plan.name === name), `the plan ${name}`);
}

/** A tree as nested tuples: label, description, children. */
export type Row = readonly [label: string, description: string, ...children: Row[]];

/** Everything below a plan as the tree shows it. */
export async function rowsOf(planName: string): Promise<readonly Row[]> {
  const plan = (await planRows()).find(({ plan }) => plan.name === planName);
  if (!plan) throw new Error(`the tree does not show ${planName}`);
  return childRows(plan);
}

/** The rows of plans, while they are not grouped. */
export async function planRows(): Promise<readonly PlanNode[]> {
  return (await (await api()).tree.getChildren()).filter((node) => node.kind === 'plan');
}

export async function itemOf(node: TreeNode): Promise<TreeItem> {
  return (await api()).tree.getTreeItem(node);
}

async function childRows(node: TreeNode): Promise<readonly Row[]> {
  const { tree } = await api();
  return Promise.all((await tree.getChildren(node)).map(rowOf));
}

async function rowOf(node: TreeNode): Promise<Row> {
  const item = await itemOf(node);
  return [String(item.label), String(item.description ?? ''), ...(await childRows(node))];
}
