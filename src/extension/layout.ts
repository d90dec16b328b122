import { draw } from '../graphviz/graphviz';
import type { CardSize, GraphModel, Layout } from '../webview/messages';
import { gridLayout } from './graph/grid';
import { cardSizeOf, layoutDot } from './graph/layoutDot';
import { readLayout } from './graph/layoutJson';
import { stackedStrips } from './graph/strips';

/** A graph of more columns is a long row, whatever lays it out. */
const MOST_COLUMNS = 500;

/**
 * Positions for a graph, by graphviz; in plain columns where there are no arrows, where there are hundreds
 * of levels, or where graphviz gives up. Deterministic.
 */
export const layoutGraph = async (model: GraphModel): Promise<Layout> => {
  const card = cardSizeOf(model);
  return model.strips.length > 0 ? stackedStrips(model, card, layOut) : layOut(model, card);
};

const layOut = async (model: GraphModel, card: CardSize): Promise<Layout> => {
  const isOfPlans = model.bands.every(({ kind }) => kind === 'plan');
  if (isOfPlans || model.edges.length === 0 || model.bands.length > MOST_COLUMNS)
    return gridLayout(model, card);
  const json = await draw(layoutDot(model, card), 'json');
  return json === undefined ? gridLayout(model, card) : readLayout(json, model, card);
};

/** The picture of a graph in DOT, as SVG; undefined when graphviz gives up. */
export const drawSvg = (dot: string): Promise<string | undefined> => draw(dot, 'svg');
