import { type CardSize, isLink, type Point, type Rows } from '../../../webview/protocol/messages';
import { type Column, GAP } from './stripColumns';
import type { GraphShape } from './structure';

/** Links that share a way run beside each other. */
const LANES = 7;
const LANE = 6;
const RADIUS = 9;
/** The first link of a card is that far from its upper or lower edge, others follow: there is a word at each. */
const EDGE = 15;
const SLOT = 13;

/** Everything in its place, for the links that lead between. */
export interface Placed {
  readonly model: GraphShape;
  readonly nodes: readonly Point[];
  readonly card: CardSize;
  readonly columns: readonly Column[];
  readonly strips: readonly Rows[];
}

/** Where a link may begin or end. */
interface End {
  readonly place: Point;
  readonly column: number;
  readonly strip: number;
}

/**
 * Ways for the links, by their number among the edges: out of the right side of a card, between the columns to the next
 * border of strips, along it, and between the columns to the other card. No card is crossed.
 */
export const linkRoutes = (placed: Placed): ReadonlyMap<number, readonly number[]> => {
  const { model, card } = placed;
  const ends = endsOf(placed);
  const routes = new Map<number, readonly number[]>();
  const [leaves, arrives] = [counter(), counter()];
  model.edges.forEach((edge, at) => {
    const from = ends.get(edge.from);
    const to = ends.get(edge.to);
    if (!isLink(edge) || !from || !to) return;
    const lane = ((routes.size % LANES) - (LANES - 1) / 2) * LANE;
    const last = card.height - EDGE;
    const startY = from.place.y + Math.max(EDGE, last - leaves(edge.from) * SLOT);
    const endY = to.place.y + Math.min(last, EDGE + arrives(edge.to) * SLOT);
    routes.set(at, rounded(wayOf(placed, { ...from, y: startY }, { ...to, y: endY }, lane)));
  });
  return routes;
};

/** How many times a name was asked for before. */
const counter = (): ((name: string) => number) => {
  const counts = new Map<string, number>();
  return (name) => {
    const count = counts.get(name) ?? 0;
    counts.set(name, count + 1);
    return count;
  };
};

const endsOf = ({ model, nodes }: Placed): ReadonlyMap<string, End> => {
  const column = new Map(model.bands.flatMap(({ nodes: ids }, at) => ids.map((id) => [id, at])));
  const strip = new Map(model.strips.flatMap(({ nodes: ids }, at) => ids.map((id) => [id, at])));
  return new Map(
    model.nodes.map(({ id }, at) => [
      id,
      { place: nodes[at] ?? { x: 0, y: 0 }, column: column.get(id) ?? 0, strip: strip.get(id) ?? 0 },
    ]),
  );
};

/** A card is left from below and reached from above: arrows of dependencies keep to the middle. */
const wayOf = (
  { columns, strips, card: { width } }: Placed,
  from: End & { readonly y: number },
  to: End & { readonly y: number },
  lane: number,
): readonly Point[] => {
  const rightOf = (column: number): number => (columns[column]?.right ?? 0) + GAP / 2 + lane;
  const start = { x: from.place.x + width, y: from.y };
  const out = rightOf(from.column);
  const isForward = to.column > from.column;
  const end = { x: to.place.x + (isForward ? 0 : width), y: to.y };
  const into = rightOf(isForward ? to.column - 1 : to.column);
  const isBelow = to.strip > from.strip;
  const { y: top = 0, height: rows = 0 } = strips[from.strip] ?? {};
  const border = (isBelow ? top + rows : top) + lane / 2;
  const turns =
    out === into
      ? []
      : [
          { x: out, y: border },
          { x: into, y: border },
        ];
  return [start, { x: out, y: start.y }, ...turns, { x: into, y: end.y }, end];
};

/** Straight lines with round corners, as the cubic curves that edges are made of. */
const rounded = (points: readonly Point[]): readonly number[] => {
  const [start = { x: 0, y: 0 }] = points;
  const route = [start.x, start.y];
  let at = start;
  const lineTo = (to: Point): void => {
    route.push(at.x, at.y, to.x, to.y, to.x, to.y);
    at = to;
  };
  points.slice(1).forEach((corner, index) => {
    const next = points[index + 2];
    if (!next) {
      lineTo(corner);
      return;
    }
    lineTo(towards(corner, at));
    const end = towards(corner, next);
    route.push(corner.x, corner.y, corner.x, corner.y, end.x, end.y);
    at = end;
  });
  return route;
};

/** A little before a corner, coming from `from`, and never past the middle. */
const towards = (corner: Point, from: Point): Point => {
  const [dx, dy] = [from.x - corner.x, from.y - corner.y];
  const length = Math.hypot(dx, dy);
  const part = length === 0 ? 0 : Math.min(RADIUS, length / 2) / length;
  return { x: corner.x + dx * part, y: corner.y + dy * part };
};
