import { type GraphModel, isLink } from '../../webview/messages';
import { cardSizeOf } from './layoutDot';

/**
 * Equal for two models exactly when the same layout holds for both: the same nodes, arrows and columns,
 * drawn in the same size. A change of status leaves it as it is.
 */
export const structureOf = (model: GraphModel): string =>
  JSON.stringify([
    cardSizeOf(model),
    model.nodes.map(({ id }) => id),
    model.edges.map((edge) => [
      edge.from,
      edge.to,
      edge.kind === 'cycle' || edge.kind === 'behind',
      isLink(edge),
    ]),
    model.bands.map(({ kind, nodes }) => [kind, nodes]),
    model.strips.map(({ nodes }) => nodes),
  ]);
