import type { CardSize, Layout, Point } from '../../webview/messages';
import { bandsAround, MARGIN } from './layoutJson';
import type { GraphShape } from './structure';

const GAP = 20;
const BAND_GAP = 72;
const TALLEST = 12;

/** Cards in columns, band beside band, and plain curves between them: for a graph that needs no layout or got none. */
export const gridLayout = (model: GraphShape, card: CardSize): Layout => {
  const places = new Map<string, Point>();
  let left = MARGIN;
  let tallest = 0;
  for (const { nodes } of model.bands) {
    const columns = Math.max(1, Math.ceil(nodes.length / TALLEST));
    const rows = Math.ceil(nodes.length / columns);
    nodes.forEach((id, at) => {
      places.set(id, {
        x: left + Math.floor(at / rows) * (card.width + GAP),
        y: MARGIN + (at % rows) * (card.height + GAP),
      });
    });
    tallest = Math.max(tallest, rows);
    left += columns * (card.width + GAP) - GAP + BAND_GAP;
  }
  const width = Math.max(MARGIN, left - BAND_GAP) + MARGIN;
  const nodes = model.nodes.map(({ id }) => places.get(id) ?? { x: 0, y: 0 });
  return {
    width,
    height: 2 * MARGIN + Math.max(0, tallest * (card.height + GAP) - GAP),
    card,
    nodes,
    edges: model.edges.map(({ from, to }) => curve(places.get(from), places.get(to), card)),
    bands: bandsAround(model, nodes, card, width),
    strips: [],
  };
};

/** From the right side of one card to the left side of another; nothing where one of them is missing. */
const curve = (from: Point | undefined, to: Point | undefined, card: CardSize): readonly number[] => {
  if (!from || !to) return [];
  const start = { x: from.x + card.width, y: from.y + card.height / 2 };
  const end = { x: to.x, y: to.y + card.height / 2 };
  const bend = Math.max(24, Math.abs(end.x - start.x) / 2);
  return [start.x, start.y, start.x + bend, start.y, end.x - bend, end.y, end.x, end.y];
};
