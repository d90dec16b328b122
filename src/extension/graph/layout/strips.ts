import {
  type CardSize,
  type GraphEdge,
  isLink,
  type Layout,
  type Point,
  type Rows,
} from '../../../webview/protocol/messages';
import { bandsAround, MARGIN } from './layoutJson';
import { linkRoutes } from './linkRoutes';
import { type Column, columnsOf, GAP, type LaidStrip, mover } from './stripColumns';
import type { GraphShape } from './structure';

/** Above and below the cards of a strip. */
const AIR = 20;

/** How one plan is laid out alone, with cards of a given size. */
export type LayOut = (model: GraphShape, card: CardSize) => Promise<Layout>;

/**
 * Several plans one below the other, each laid out alone, with the columns of all of them in line. Links between plans
 * are led around the cards, so that they tear nothing apart.
 */
export const stackedStrips = async (model: GraphShape, card: CardSize, layOut: LayOut): Promise<Layout> => {
  const laid: LaidStrip[] = [];
  for (const each of alone(model)) {
    laid.push({ model: each, layout: each.nodes.length > 0 ? await layOut(each, card) : undefined });
  }
  const columns = columnsOf(model, laid, card);
  const strips = rowsOf(laid, card);
  const placed = placedIn(model, laid, columns, strips);
  const nodes = model.nodes.map(({ id }) => placed.places.get(id) ?? { x: 0, y: 0 });
  const width = (columns.at(-1)?.right ?? 0) + MARGIN + GAP / 2;
  const links = linkRoutes({ model, nodes, card, columns, strips });
  return {
    width,
    height: (strips.at(-1)?.y ?? 0) + (strips.at(-1)?.height ?? 0),
    card,
    nodes,
    edges: model.edges.map((edge, at) => links.get(at) ?? placed.routes.get(keyOf(edge)) ?? []),
    bands: bandsAround(model, nodes, card, width),
    strips,
  };
};

interface Placed {
  readonly places: ReadonlyMap<string, Point>;
  readonly routes: ReadonlyMap<string, readonly number[]>;
}

const placedIn = (
  model: GraphShape,
  laid: readonly LaidStrip[],
  columns: readonly Column[],
  strips: readonly Rows[],
): Placed => {
  const places = new Map<string, Point>();
  const routes = new Map<string, readonly number[]>();
  laid.forEach((strip, at) => {
    const top = (strips[at]?.y ?? 0) + AIR;
    const [box] = model.strips[at]?.nodes ?? [];
    if (box !== undefined) places.set(box, { x: MARGIN, y: top });
    const { layout } = strip;
    if (!layout) return;
    const across = mover(strip.model, layout, columns);
    const down = (y: number): number => y - MARGIN + top;
    strip.model.nodes.forEach(({ id }, node) => {
      const { x, y } = layout.nodes[node] ?? { x: 0, y: 0 };
      places.set(id, { x: across(x), y: down(y) });
    });
    strip.model.edges.forEach((edge, number) => {
      const route = layout.edges[number] ?? [];
      routes.set(
        keyOf(edge),
        route.map((value, axis) => (axis % 2 === 0 ? across(value) : down(value))),
      );
    });
  });
  return { places, routes };
};

const keyOf = ({ from, to }: Pick<GraphEdge, 'from' | 'to'>): string => JSON.stringify([from, to]);

/** One strip below the other, each as high as what is in it. */
const rowsOf = (laid: readonly LaidStrip[], card: CardSize): readonly Rows[] => {
  let y = 0;
  return laid.map(({ layout }) => {
    const height = Math.max(card.height, (layout?.height ?? 0) - 2 * MARGIN) + 2 * AIR;
    const rows = { y, height };
    y += height;
    return rows;
  });
};

/** Each strip as a graph of its own, without the box that stands for all of it and without links. */
const alone = (model: GraphShape): readonly GraphShape[] => {
  const nodes = new Map(model.nodes.map((node) => [node.id, node]));
  const stripOf = new Map(model.strips.flatMap(({ nodes: ids }, at) => ids.map((id) => [id, at])));
  return model.strips.map(({ nodes: [, ...ids] }, at) => ({
    ...model,
    strips: [],
    nodes: ids.flatMap((id) => nodes.get(id) ?? []),
    edges: model.edges.filter((edge) => !isLink(edge) && stripOf.get(edge.from) === at),
    bands: model.bands
      .filter(({ kind }) => kind !== 'plan')
      .map((band) => ({ ...band, nodes: band.nodes.filter((id) => stripOf.get(id) === at) }))
      .filter((band) => band.nodes.length > 0),
  }));
};
