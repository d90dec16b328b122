import { draw } from '../../../graphviz/graphviz';
import type { Raster, RasterParts } from '../../../raster/raster';
import type { CardSize, Layout } from '../../../webview/protocol/messages';
import { blockLayout, gridLayout, isBlock } from './grid';
import { layoutDot } from './layoutDot';
import { readLayout } from './layoutJson';
import { stackedStrips } from './strips';
import { type GraphShape, type GraphStructure, readStructure } from './structure';

/** A graph of more columns is a long row, whatever lays it out. */
const MOST_COLUMNS = 500;

/**
 * Positions for a graph, by graphviz; in plain columns where there are no arrows, where there are hundreds
 * of levels, or where graphviz gives up. Deterministic.
 */
export const layoutGraph = async (graph: GraphStructure): Promise<Layout> =>
  graph.strips.length > 0 ? stackedStrips(graph, graph.card, layOut) : layOut(graph, graph.card);

const layOut = async (graph: GraphShape, card: CardSize): Promise<Layout> => {
  const { edges, bands } = graph;
  if (isBlock(graph)) return blockLayout(graph, card);
  const isOfPlans = bands.every(({ kind }) => kind === 'plan');
  if (isOfPlans || edges.length === 0 || bands.length > MOST_COLUMNS) return gridLayout(graph, card);
  const json = await draw(layoutDot(graph, card), 'json');
  return json === undefined ? gridLayout(graph, card) : readLayout(json, graph, card);
};

/** The same from text to text: takes {@link structureOf}, gives the layout as JSON. */
export const layoutText = async (structure: string): Promise<string> =>
  JSON.stringify(await layoutGraph(readStructure(structure)));

/** The picture of a graph in DOT, as SVG; undefined when graphviz gives up. */
export const drawSvg = (dot: string): Promise<string | undefined> => draw(dot, 'svg');

/** An SVG as a PNG; its program is read when it is first wanted. */
export const drawPng = async (svg: string, parts: RasterParts): Promise<Raster> =>
  (await import('../../../raster/raster')).drawPng(svg, parts);
