import type { CardSize, Layout } from '../../../webview/protocol/messages';
import { MARGIN } from './layoutJson';
import type { GraphShape } from './structure';

/** Between columns: room for the links, which run there. */
export const GAP = 104;

/** Where the cards of a band lie in every strip. */
export interface Column {
  readonly title: string;
  readonly left: number;
  readonly right: number;
}

/** The columns of the whole picture, one for each band, as wide as the widest strip needs. */
export const columnsOf = (
  model: GraphShape,
  laid: readonly LaidStrip[],
  card: CardSize,
): readonly Column[] => {
  const widths = new Map<string, number>();
  for (const { model: strip, layout } of laid) {
    if (!layout) continue;
    for (const { title, left, right } of columnsIn(strip, layout)) {
      widths.set(title, Math.max(widths.get(title) ?? 0, right - left));
    }
  }
  let left = MARGIN;
  return model.bands.map(({ title }) => {
    const right = left + Math.max(card.width, widths.get(title) ?? 0);
    const column = { title, left, right };
    left = right + GAP;
    return column;
  });
};

/** Brings what was laid out alone into the columns of the picture, and what lies between its columns between those. */
export const mover = (
  model: GraphShape,
  layout: Layout,
  columns: readonly Column[],
): ((x: number) => number) => {
  const target = new Map(columns.map((column) => [column.title, column.left]));
  const anchors = columnsIn(model, layout).flatMap(({ title, left, right }) => {
    const to = target.get(title) ?? left;
    return [
      { from: left, to },
      { from: right, to: to + right - left },
    ];
  });
  return (x) => {
    const next = anchors.findIndex(({ from }) => from >= x);
    const [before, after] = [anchors[next - 1], anchors[next]];
    if (!after) return x + shiftOf(anchors.at(-1));
    if (!before || after.from === before.from) return x + shiftOf(after);
    return before.to + ((x - before.from) * (after.to - before.to)) / (after.from - before.from);
  };
};

const shiftOf = (anchor: { readonly from: number; readonly to: number } | undefined): number =>
  anchor ? anchor.to - anchor.from : 0;

/** Where the bands of one strip lie as it is laid out alone, from left to right. */
const columnsIn = ({ bands, nodes }: GraphShape, { nodes: places, card }: Layout): readonly Column[] => {
  const placeOf = new Map(nodes.map(({ id }, at) => [id, places[at]?.x ?? 0]));
  const columns = bands.map(({ title, nodes: ids }) => {
    let left = Number.POSITIVE_INFINITY;
    let right = 0;
    for (const id of ids) {
      const x = placeOf.get(id) ?? 0;
      left = Math.min(left, x);
      right = Math.max(right, x + card.width);
    }
    return { title, left, right };
  });
  return columns.sort((one, other) => one.left - other.left);
};

/** A strip with the layout its achievements have alone; none where there are no achievements in it. */
export interface LaidStrip {
  readonly model: GraphShape;
  readonly layout: Layout | undefined;
}
