import type { CardSize, Layout, Point } from '../../../webview/protocol/messages';
import { bandsAround, MARGIN } from './layoutJson';
import type { GraphShape } from './structure';

const GAP = 20;
const BAND_GAP = 72;
const TALLEST = 12;
/** A band of more cards among collapsed ones is a block. */
const MOST_IN_COLUMN = 40;

/**
 * Whether a few large bands are expanded among collapsed ones: nobody could look at a column of one, nor follow the
 * arrows between it and boxes.
 */
export const isBlock = ({ bands }: GraphShape): boolean => {
  const collapsed = bands.filter(({ isCollapsed }) => isCollapsed).length;
  return collapsed > bands.length / 2 && bands.some(({ nodes }) => nodes.length > MOST_IN_COLUMN);
};

/** Each band as a block of its cards, with arrows between neighbours only: all others would lie across the blocks. */
export const blockLayout = (model: GraphShape, card: CardSize): Layout => {
  const place = new Map(model.bands.flatMap(({ nodes }, at) => nodes.map((id) => [id, at])));
  const isNarrow = (at: number | undefined): boolean => model.bands[at ?? -1]?.nodes.length === 1;
  const edges = model.edges.map(({ from, to }) => {
    const [start, end] = [place.get(from), place.get(to)];
    return isNarrow(start) && isNarrow(end) && Math.abs((start ?? 0) - (end ?? 0)) === 1;
  });
  const layout = gridLayout(model, card, (count) =>
    Math.max(TALLEST, Math.ceil(Math.sqrt((count * card.width) / card.height))),
  );
  return { ...layout, edges: layout.edges.map((route, at) => (edges[at] ? route : [])) };
};

/**
 * Cards in columns of at most so many, band beside band, and plain curves between them: for a graph that needs no layout
 * or got none.
 */
export const gridLayout = (
  model: GraphShape,
  card: CardSize,
  tallestOf: (count: number) => number = () => TALLEST,
): Layout => {
  const places = new Map<string, Point>();
  let left = MARGIN;
  let tallest = 0;
  for (const { nodes } of model.bands) {
    const columns = Math.max(1, Math.ceil(nodes.length / tallestOf(nodes.length)));
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
