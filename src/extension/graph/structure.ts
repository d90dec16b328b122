import type { CardSize, GraphBand, GraphEdge, GraphModel, GraphNode } from '../../webview/messages';
import { cardSizeOf } from './layoutDot';

/** What is connected with what, and in which column. */
export interface GraphShape {
  readonly nodes: readonly Pick<GraphNode, 'id'>[];
  readonly edges: readonly Pick<GraphEdge, 'from' | 'to' | 'kind'>[];
  readonly bands: readonly Pick<GraphBand, 'kind' | 'nodes'>[];
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
    edges: model.edges.map(({ from, to, kind }) => ({
      from,
      to,
      kind: kind === 'cycle' || kind === 'behind' ? 'cycle' : 'waiting',
    })),
    bands: model.bands.map(({ kind, nodes }) => ({ kind, nodes })),
  } satisfies GraphStructure);

/** Reads what {@link structureOf} wrote. */
export const readStructure = (text: string): GraphStructure => JSON.parse(text) as GraphStructure;
