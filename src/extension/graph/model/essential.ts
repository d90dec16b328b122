import { createGraph } from '../../../engine/graph/graph';
import { topologyOf } from '../../../engine/graph/levels';
import { redundantEdges } from '../../../engine/graph/reduction';
import type { GraphEdge } from '../../../webview/protocol/messages';

/** Up to here every arrow is drawn; beyond, those that follow from others would hide the rest. */
export const MOST_ARROWS = 100;

/** The arrows without those that follow from others: `3 → 1` where `3 → 2` and `2 → 1` are drawn. */
export const essentialEdges = (ids: readonly string[], edges: readonly GraphEdge[]): readonly GraphEdge[] => {
  const index = new Map(ids.map((id, at) => [id, at]));
  const numberOf = (id: string): number => index.get(id) ?? 0;
  const graph = createGraph(
    ids.length,
    edges.flatMap(({ from, to }) => [numberOf(to), numberOf(from)]),
  );
  const redundant = redundantEdges(graph, topologyOf(graph));
  const { starts, targets } = graph.dependencies;
  const implied = new Set<string>();
  for (let node = 0; node < graph.nodeCount; node++) {
    for (let edge = starts[node] ?? 0; edge < (starts[node + 1] ?? 0); edge++) {
      if (redundant[edge]) implied.add(`${targets[edge]} ${node}`);
    }
  }
  return edges.filter(({ from, to }) => !implied.has(`${numberOf(from)} ${numberOf(to)}`));
};

/** How many columns the arrows cross together, which is what a layout costs. */
export const spanOf = (
  edges: readonly Pick<GraphEdge, 'from' | 'to'>[],
  levelOf: (id: string) => number | undefined,
): number => {
  let span = 0;
  for (const { from, to } of edges) span += Math.max(1, (levelOf(to) ?? 0) - (levelOf(from) ?? 0));
  return span;
};
