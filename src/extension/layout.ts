import { Graphviz } from '@hpcc-js/wasm-graphviz';
import type { GraphModel, Layout } from '../webview/messages';
import { gridLayout } from './graph/grid';
import { cardSizeOf, layoutDot } from './graph/layoutDot';
import { readLayout } from './graph/layoutJson';

/** A graph of more columns is a long row, whatever lays it out. */
const MOST_COLUMNS = 500;

/**
 * Positions for a graph, by graphviz; in plain columns where there are no arrows, where there are hundreds
 * of levels, or where graphviz gives up (its stack is small). Deterministic. Loading graphviz takes some
 * 80 ms, so this module is a bundle of its own that is loaded when the first graph is wanted.
 */
export const layoutGraph = async (model: GraphModel): Promise<Layout> => {
  const card = cardSizeOf(model);
  if (model.edges.length === 0 || model.bands.length > MOST_COLUMNS) return gridLayout(model, card);
  const graphviz = await Graphviz.load();
  const json = laidOut(graphviz, layoutDot(model, card));
  return json === undefined ? gridLayout(model, card) : readLayout(json, model, card);
};

/** Undefined when graphviz ran out of stack; anything else it complains about is our mistake, and is thrown. */
const laidOut = (graphviz: Graphviz, dot: string): string | undefined => {
  try {
    return graphviz.layout(dot, 'json', 'dot');
  } catch (error) {
    if (error instanceof Error && /call stack|memory access/i.test(error.message)) return undefined;
    throw error;
  }
};
