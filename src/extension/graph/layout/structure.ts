import {
  type CardSize,
  type GraphBand,
  type GraphEdge,
  type GraphModel,
  type GraphNode,
  type GraphStrip,
  isLink,
} from '../../../webview/protocol/messages';
import { cardSizeOf } from './cardSize';

/** What is connected with what, and in which column. */
export interface GraphShape {
  readonly nodes: readonly Pick<GraphNode, 'id'>[];
  readonly edges: readonly Pick<GraphEdge, 'from' | 'to' | 'kind'>[];
  readonly bands: readonly Pick<GraphBand, 'kind' | 'title' | 'nodes' | 'isCollapsed'>[];
  readonly strips: readonly Pick<GraphStrip, 'nodes'>[];
}

/** What of a model has a say in where things are. */
export interface GraphStructure extends GraphShape {
  readonly card: CardSize;
}

/**
 * Equal for two models exactly when the same layout holds for both: the same nodes, arrows and columns,
 * drawn in the same size. A change of status leaves it as it is. All that a layout is made from.
 */
export const structureOf = (model: GraphModel): string =>
  JSON.stringify({
    card: cardSizeOf(model),
    nodes: model.nodes.map(({ id }) => ({ id })),
    edges: model.edges.map((edge) => ({ from: edge.from, to: edge.to, kind: drawnAs(edge) })),
    bands: model.bands.map(({ kind, title, nodes, isCollapsed }) => ({ kind, title, nodes, isCollapsed })),
    strips: model.strips.map(({ nodes }) => ({ nodes })),
  } satisfies GraphStructure);

/** Arrows of these kinds lie alike. */
const drawnAs = (edge: GraphEdge): GraphEdge['kind'] => {
  if (isLink(edge)) return 'related';
  return edge.kind === 'cycle' || edge.kind === 'behind' ? 'cycle' : 'waiting';
};

/** Reads what {@link structureOf} wrote. */
export const readStructure = (text: string): GraphStructure => JSON.parse(text) as GraphStructure;
