import type { Point, View } from '../protocol/messages';

export interface Size {
  readonly width: number;
  readonly height: number;
}

export type Rectangle = Point & Size;

const SMALLEST = 0.05;
const LARGEST = 2.5;
/** Air around what is brought into the window, in units of the graph. */
const AIR = 32;

const clampScale = (scale: number): number => Math.min(LARGEST, Math.max(SMALLEST, scale));

/** Zoomed by `factor`, with the point of the screen staying where it is. */
export const zoomed = (view: View, factor: number, { x, y }: Point): View => {
  const scale = clampScale(view.scale * factor);
  const ratio = scale / view.scale;
  return { scale, x: x - (x - view.x) * ratio, y: y - (y - view.y) * ratio };
};

/** The whole graph in the middle of the window, never enlarged, or no further than `largest`. */
export const fitted = (graph: Size, window: Size, largest = 1): View => {
  const scale = clampScale(Math.min(largest, window.width / graph.width, window.height / graph.height));
  return {
    scale,
    x: (window.width - graph.width * scale) / 2,
    y: (window.height - graph.height * scale) / 2,
  };
};

/** Moved by as little as brings `rectangle` (in graph units) into the window with some air around it. */
export const revealed = (view: View, rectangle: Rectangle, window: Size): View => {
  const shift = (start: number, length: number, room: number): number => {
    const air = Math.min(32, Math.max(0, (room - length) / 2));
    if (start < air) return air - start;
    return Math.min(0, room - air - (start + length));
  };
  const { scale } = view;
  return {
    scale,
    x: view.x + shift(view.x + rectangle.x * scale, rectangle.width * scale, window.width),
    y: view.y + shift(view.y + rectangle.y * scale, rectangle.height * scale, window.height),
  };
};

/** Keeps a part of the graph in the window, so that it cannot be lost. */
export const kept = (view: View, graph: Size, window: Size): View => {
  const within = (at: number, length: number, room: number): number => {
    const edge = Math.min(80, room / 2);
    return Math.min(room - edge, Math.max(edge - length * view.scale, at));
  };
  return {
    scale: view.scale,
    x: within(view.x, graph.width, window.width),
    y: within(view.y, graph.height, window.height),
  };
};

/** What of the graph lies in the window, in units of the graph. */
export const seen = ({ x, y, scale }: View, window: Size): Rectangle => ({
  x: -x / scale,
  y: -y / scale,
  width: window.width / scale,
  height: window.height / scale,
});

export const overlaps = (one: Rectangle, other: Rectangle): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

export const sameView = (one: View, other: View): boolean =>
  one.x === other.x && one.y === other.y && one.scale === other.scale;

export const encloses = (outer: Rectangle, inner: Rectangle): boolean =>
  outer.x <= inner.x &&
  outer.y <= inner.y &&
  outer.x + outer.width >= inner.x + inner.width &&
  outer.y + outer.height >= inner.y + inner.height;

/** Larger by `margin` on each side. */
export const grown = ({ x, y, width, height }: Rectangle, margin: number): Rectangle => ({
  x: x - margin,
  y: y - margin,
  width: width + 2 * margin,
  height: height + 2 * margin,
});

/** Whether all of a part is in `area`, but for less than a pixel. */
export const holds = (area: Rectangle, part: Rectangle): boolean => encloses(grown(area, 1), part);

/** The smallest rectangle around others; undefined around none. */
export const around = (rectangles: readonly Rectangle[]): Rectangle | undefined => {
  if (rectangles.length === 0) return undefined;
  const x = Math.min(...rectangles.map((each) => each.x));
  const y = Math.min(...rectangles.map((each) => each.y));
  return {
    x,
    y,
    width: Math.max(...rectangles.map((each) => each.x + each.width)) - x,
    height: Math.max(...rectangles.map((each) => each.y + each.height)) - y,
  };
};

/** A part of the graph (in graph units) in the middle of the window, as large as it fits but never enlarged. */
export const framed = (part: Rectangle, window: Size): View => framedTightly(grown(part, AIR), window);

/** The same without air around it. */
export const framedTightly = (part: Rectangle, window: Size, largest = 1): View => {
  const { x, y, scale } = fitted(part, window, largest);
  return { scale, x: x - part.x * scale, y: y - part.y * scale };
};

/** The view that has `point` (in graph units) in the middle of the window. */
export const centred = ({ scale }: View, point: Point, window: Size): View => ({
  scale,
  x: window.width / 2 - point.x * scale,
  y: window.height / 2 - point.y * scale,
});

/** As {@link revealed}, and beside what hides the corner at the bottom right of the window. */
export const revealedBeside = (view: View, rectangle: Rectangle, window: Size, corner: Size): View => {
  const shown = revealed(view, rectangle, window);
  const hidden = { x: window.width - corner.width, y: window.height - corner.height, ...corner };
  const { scale } = shown;
  const drawn = {
    x: shown.x + rectangle.x * scale,
    y: shown.y + rectangle.y * scale,
    width: rectangle.width * scale,
    height: rectangle.height * scale,
  };
  if (!overlaps(hidden, drawn)) return shown;
  return revealed(shown, rectangle, { width: window.width, height: window.height - corner.height });
};
