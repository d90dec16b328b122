import { isNumber, isText, listOf, shapeOf } from '../../../shared/shape';
import type { CardSize, Extent, Layout, Point } from '../../../webview/protocol/messages';
import type { GraphShape } from './structure';

interface Laid {
  readonly bb: string;
  readonly objects: readonly { readonly name: string }[];
}

const isLaid = shapeOf<Laid>({ bb: isText, objects: listOf(shapeOf({ name: isText })) });
const isPlaced = shapeOf<{ name: string; pos: string }>({ name: isText, pos: isText });
const isRouted = shapeOf<{ id: string; pos: string }>({ id: isText, pos: isText });

/** Free space around the drawing, so that no card touches its band. */
export const MARGIN = 36;

/** Reads graphviz's JSON output of {@link layoutDot} into positions with the origin at the top left. */
export const readLayout = (json: string, model: GraphShape, card: CardSize): Layout => {
  const laid: unknown = JSON.parse(json);
  if (!isLaid(laid)) throw new Error('graphviz gave an unexpected answer');
  const [, , width = 0, height = 0] = numbersIn(laid.bb);
  // graphviz counts upwards and stacks each rank from the bottom: read downwards, the first node is on top
  const turned = ([x = 0, y = 0]: readonly number[]): Point => ({ x: x + MARGIN, y: y + MARGIN });
  const nodes: Point[] = model.nodes.map(() => ({ x: 0, y: 0 }));
  for (const object of laid.objects) {
    if (!isPlaced(object)) continue;
    const { x, y } = turned(numbersIn(object.pos));
    nodes[Number(object.name.slice(1))] = {
      x: round(x - card.width / 2),
      y: round(y - card.height / 2),
    };
  }
  return {
    width: width + 2 * MARGIN,
    height: height + 2 * MARGIN,
    card,
    nodes,
    edges: routesIn(laid, model, turned),
    bands: bandsAround(model, nodes, card, width + 2 * MARGIN),
    strips: [],
  };
};

const round = (value: number): number => Math.round(value * 10) / 10;

const numbersIn = (text: string): readonly number[] => text.split(',').map(Number).filter(isNumber);

const routesIn = (
  laid: object,
  { edges }: GraphShape,
  turned: (point: readonly number[]) => Point,
): readonly (readonly number[])[] => {
  const routes: (readonly number[])[] = edges.map(() => []);
  const drawn: unknown = 'edges' in laid ? laid.edges : [];
  for (const edge of Array.isArray(drawn) ? drawn : []) {
    if (!isRouted(edge)) continue;
    routes[Number(edge.id.slice(1))] = edge.pos.split(' ').flatMap((pair) => {
      const { x, y } = turned(numbersIn(pair));
      return [round(x), round(y)];
    });
  }
  return routes;
};

/** Bands touch each other in the middle between their cards, and together span the whole drawing. */
export const bandsAround = (
  { bands, nodes }: GraphShape,
  places: readonly Point[],
  card: CardSize,
  width: number,
): readonly Extent[] => {
  const index = new Map(nodes.map(({ id }, at) => [id, at]));
  const sides = bands.map((band) => {
    let left = Number.POSITIVE_INFINITY;
    let right = 0;
    for (const id of band.nodes) {
      const x = places[index.get(id) ?? -1]?.x ?? 0;
      left = Math.min(left, x);
      right = Math.max(right, x + card.width);
    }
    return { left, right };
  });
  const borders = sides.slice(1).map(({ left }, at) => ((sides[at]?.right ?? left) + left) / 2);
  return sides.map((_, at) => {
    const from = borders[at - 1] ?? 0;
    return { x: round(from), width: round((borders[at] ?? width) - from) };
  });
};
