import type { Layout, Point } from '../protocol/messages';

/** Points per curve that stand for it when a distance is measured. */
const STEPS = 12;

/**
 * The place in the layout of the arrow that is nearest to a point of the graph, no further away than `reach`; undefined
 * where there is none. Linear in the arrows, but for those whose frame is too far away.
 */
export const edgeAt = ({ edges }: Layout, point: Point, reach: number): number | undefined => {
  let nearest: number | undefined;
  let least = reach;
  edges.forEach((route, at) => {
    if (!isNear(route, point, least)) return;
    const distance = distanceTo(route, point);
    if (distance > least) return;
    least = distance;
    nearest = at;
  });
  return nearest;
};

/** Whether a point is in the frame of the control points, widened by `reach`: a curve never leaves it. */
const isNear = (route: readonly number[], { x, y }: Point, reach: number): boolean => {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let at = 0; at + 1 < route.length; at += 2) {
    const [px, py] = [route[at] as number, route[at + 1] as number];
    left = Math.min(left, px);
    right = Math.max(right, px);
    top = Math.min(top, py);
    bottom = Math.max(bottom, py);
  }
  return x >= left - reach && x <= right + reach && y >= top - reach && y <= bottom + reach;
};

const distanceTo = (route: readonly number[], point: Point): number => {
  let least = Infinity;
  let before = { x: route[0] ?? 0, y: route[1] ?? 0 };
  for (let curve = 0; curve + 7 < route.length; curve += 6) {
    for (let step = 1; step <= STEPS; step++) {
      const next = { x: onCurve(route, curve, step / STEPS), y: onCurve(route, curve + 1, step / STEPS) };
      least = Math.min(least, distanceToLine(before, next, point));
      before = next;
    }
  }
  return least;
};

/** One coordinate of a cubic curve, whose four control points stand two places apart. */
const onCurve = (route: readonly number[], at: number, t: number): number => {
  const [a = 0, b = 0, c = 0, d = 0] = [0, 2, 4, 6].map((place) => route[at + place]);
  const u = 1 - t;
  return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
};

const distanceToLine = (from: Point, to: Point, { x, y }: Point): number => {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((x - from.x) * dx + (y - from.y) * dy) / length;
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(x - from.x - t * dx, y - from.y - t * dy);
};
