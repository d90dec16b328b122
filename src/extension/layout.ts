import { draw } from '../graphviz/graphviz';
import type { Raster, RasterParts } from '../raster/raster';
import type { GraphModel, Layout } from '../webview/messages';
import { gridLayout } from './graph/grid';
import { cardSizeOf, layoutDot } from './graph/layoutDot';
import { readLayout } from './graph/layoutJson';

/** A graph of more columns is a long row, whatever lays it out. */
const MOST_COLUMNS = 500;

/**
 * Positions for a graph, by graphviz; in plain columns where there are no arrows, where there are hundreds
 * of levels, or where graphviz gives up. Deterministic.
 */
export const layoutGraph = async (model: GraphModel): Promise<Layout> => {
  const card = cardSizeOf(model);
  if (model.edges.length === 0 || model.bands.length > MOST_COLUMNS) return gridLayout(model, card);
  const json = await draw(layoutDot(model, card), 'json');
  return json === undefined ? gridLayout(model, card) : readLayout(json, model, card);
};

/** The picture of a graph in DOT, as SVG; undefined when graphviz gives up. */
export const drawSvg = (dot: string): Promise<string | undefined> => draw(dot, 'svg');

/** An SVG as a PNG; its program is read when it is first wanted. */
export const drawPng = async (svg: string, parts: RasterParts): Promise<Raster> =>
  (await import('../raster/raster')).drawPng(svg, parts);
