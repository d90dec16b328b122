import { Graphviz } from '@hpcc-js/wasm-graphviz';
import type { GraphModel, Layout } from '../webview/messages';
import { gridLayout } from './graph/grid';
import { cardSizeOf, layoutDot } from './graph/layoutDot';
import { readLayout } from './graph/layoutJson';

/**
 * Positions for a graph, by graphviz. Deterministic. Loading graphviz takes some 80 ms, so this module is
 * a bundle of its own that is loaded when the first graph is wanted.
 */
export const layoutGraph = async (model: GraphModel): Promise<Layout> => {
  const card = cardSizeOf(model);
  if (model.edges.length === 0) return gridLayout(model, card);
  const graphviz = await Graphviz.load();
  return readLayout(graphviz.layout(layoutDot(model, card), 'json', 'dot'), model, card);
};
