import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { detailAt } from '../../../../src/webview/graph/detail';
import {
  around,
  centred,
  fitted,
  framed,
  holds,
  kept,
  overlaps,
  type Rectangle,
  revealed,
  revealedBeside,
  seen,
  zoomed,
} from '../../../../src/webview/graph/viewMath';

const screen = { width: 1000, height: 600 };
const coordinate = fc.integer({ min: -5000, max: 5000 });
const scale = fc.double({ min: 0.06, max: 2.4, noNaN: true });

const inside = (part: Rectangle, area: Rectangle): boolean =>
  part.x >= area.x - 1e-6 &&
  part.y >= area.y - 1e-6 &&
  part.x + part.width <= area.x + area.width + 1e-6 &&
  part.y + part.height <= area.y + area.height + 1e-6;

describe('the view of a graph', () => {
  it('keeps the point under the pointer while zooming', () => {
    fc.assert(
      fc.property(
        coordinate,
        coordinate,
        scale,
        fc.double({ min: 0.5, max: 2, noNaN: true }),
        (x, y, from, factor) => {
          const pointer = { x: 300, y: 200 };
          const before = { x, y, scale: from };
          const after = zoomed(before, factor, pointer);
          const under = (view: typeof before): number => (pointer.x - view.x) / view.scale;
          assert.ok(Math.abs(under(before) - under(after)) < 1e-6 * (1 + Math.abs(under(before))));
        },
      ),
    );
  });

  it('fits a graph in the middle without enlarging it', () => {
    assert.deepEqual(fitted({ width: 500, height: 300 }, screen), { x: 250, y: 150, scale: 1 });
    assert.deepEqual(fitted({ width: 2000, height: 600 }, screen), { x: 0, y: 150, scale: 0.5 });
  });

  it('reveals a card by moving no more than it must', () => {
    const card = { x: 100, y: 100, width: 200, height: 80 };
    assert.deepEqual(revealed({ x: 0, y: 0, scale: 1 }, card, screen), { x: 0, y: 0, scale: 1 });
    fc.assert(
      fc.property(coordinate, coordinate, fc.double({ min: 0.1, max: 2, noNaN: true }), (x, y, at) => {
        const view = revealed({ x, y, scale: at }, card, screen);
        const left = view.x + card.x * at;
        const top = view.y + card.y * at;
        assert.ok(left >= 31.9 && left + card.width * at <= screen.width - 31.9);
        assert.ok(top >= 31.9 && top + card.height * at <= screen.height - 31.9);
      }),
    );
  });

  it('sees of the graph what is drawn inside the window, and nothing else', () => {
    fc.assert(
      fc.property(coordinate, coordinate, scale, coordinate, coordinate, (x, y, at, left, top) => {
        const card = { x: left, y: top, width: 200, height: 80 };
        const drawn = { x: x + left * at, y: y + top * at, width: 200 * at, height: 80 * at };
        const inside =
          drawn.x < screen.width - 1e-6 &&
          drawn.x + drawn.width > 1e-6 &&
          drawn.y < screen.height - 1e-6 &&
          drawn.y + drawn.height > 1e-6;
        const outside =
          drawn.x > screen.width + 1e-6 ||
          drawn.x + drawn.width < -1e-6 ||
          drawn.y > screen.height + 1e-6 ||
          drawn.y + drawn.height < -1e-6;
        const isSeen = overlaps(seen({ x, y, scale: at }, screen), card);
        if (inside) assert.ok(isSeen);
        if (outside) assert.ok(!isSeen);
      }),
    );
  });

  it('frames a part of the graph: all of it in the window, never enlarged', () => {
    const size = fc.integer({ min: 1, max: 20_000 });
    fc.assert(
      fc.property(coordinate, coordinate, size, size, (x, y, width, height) => {
        const view = framed({ x, y, width, height }, screen);
        assert.ok(view.scale <= 1);
        // what is too large even for the smallest scale is in the middle at least
        if (view.scale > 0.05) assert.ok(inside({ x, y, width, height }, seen(view, screen)));
      }),
    );
    assert.equal(around([]), undefined);
    const two = [
      { x: 10, y: 5, width: 10, height: 10 },
      { x: 0, y: 40, width: 10, height: 10 },
    ];
    assert.deepEqual(around(two), { x: 0, y: 5, width: 20, height: 45 });
  });

  it('brings a point into the middle, and knows when it holds the whole graph', () => {
    const view = centred({ x: 7, y: 7, scale: 0.5 }, { x: 400, y: 300 }, screen);
    assert.deepEqual(view, { x: 300, y: 150, scale: 0.5 });
    assert.ok(holds(seen(view, screen), { x: 0, y: 0, width: 1400, height: 900 }));
    assert.ok(!holds(seen(view, screen), { x: 0, y: 0, width: 1402, height: 900 }));
  });

  it('reveals no card behind what hides the corner', () => {
    const corner = { width: 240, height: 170 };
    const card = { x: 100, y: 100, width: 200, height: 80 };
    fc.assert(
      fc.property(coordinate, coordinate, fc.double({ min: 0.1, max: 2, noNaN: true }), (x, y, at) => {
        const view = revealedBeside({ x, y, scale: at }, card, screen, corner);
        const area = seen(view, screen);
        assert.ok(inside(card, area));
        const hidden = {
          x: area.x + area.width - corner.width / at,
          y: area.y + area.height - corner.height / at,
          width: corner.width / at,
          height: corner.height / at,
        };
        assert.ok(!overlaps(hidden, card));
      }),
    );
  });

  it('draws less of a card the smaller it is', () => {
    assert.deepEqual([1, 0.62, 0.3, 0.1].map(detailAt), ['near', 'near', 'far', 'tiny']);
  });

  it('never loses the graph', () => {
    fc.assert(
      fc.property(coordinate, coordinate, scale, (x, y, at) => {
        const graph = { width: 800, height: 500 };
        const view = kept({ x, y, scale: at }, graph, screen);
        assert.ok(view.x < screen.width && view.x + graph.width * at > 0);
        assert.ok(view.y < screen.height && view.y + graph.height * at > 0);
      }),
    );
  });
});
