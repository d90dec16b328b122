import type { Point } from '../../src/webview/protocol/messages';

/** A drawn dependency: the columns of its ends, and the way from the middle of one card to the middle of the other. */
export interface DrawnEdge {
  readonly from: number;
  readonly to: number;
  readonly route: readonly Point[];
}

/**
 * How often dependencies cross when each goes straight from column to column, at the height at which it passes the
 * middle of each: what it does in between is the routing's business, and differs from one layout to the other.
 * @param columns the middle of each column
 */
export const crossingsOf = (edges: readonly DrawnEdge[], columns: readonly number[]): number => {
  let crossings = 0;
  for (let column = 0; column + 1 < columns.length; column++) {
    const passing = edges
      .filter(({ from, to }) => from <= column && column < to)
      .map(({ route }) => [heightAt(route, columns[column]), heightAt(route, columns[column + 1])] as const);
    passing.forEach(([left, right], at) => {
      for (const [otherLeft, otherRight] of passing.slice(at + 1)) {
        if ((left - otherLeft) * (right - otherRight) < 0) crossings++;
      }
    });
  }
  return crossings;
};

/** The height of a route that leads from left to right, where it is at `x`. */
const heightAt = (route: readonly Point[], x = 0): number => {
  const at = route.findIndex((point) => point.x >= x);
  const [before, after] = [route[at - 1], route[at] ?? route.at(-1)];
  if (!before || !after || after.x === before.x) return after?.y ?? 0;
  return before.y + ((after.y - before.y) * (x - before.x)) / (after.x - before.x);
};

/** Points along cubic curves: start, then control, control, end for each. */
export const flattened = (curves: readonly number[]): readonly Point[] => {
  const points: Point[] = [{ x: curves[0] ?? 0, y: curves[1] ?? 0 }];
  for (let at = 0; at + 7 < curves.length; at += 6) {
    const along = (offset: number, t: number): number => {
      const [a = 0, b = 0, c = 0, d = 0] = [0, 2, 4, 6].map((step) => curves[at + step + offset]);
      const s = 1 - t;
      return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
    };
    for (let step = 1; step <= STEPS; step++)
      points.push({ x: along(0, step / STEPS), y: along(1, step / STEPS) });
  }
  return points;
};

const STEPS = 8;
