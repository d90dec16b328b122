import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { detailAt } from '../../../src/webview/detail';
import { fitted, kept, opening, overlaps, revealed, seen, zoomed } from '../../../src/webview/viewMath';

const screen = { width: 1000, height: 600 };
const coordinate = fc.integer({ min: -5000, max: 5000 });
const scale = fc.double({ min: 0.06, max: 2.4, noNaN: true });

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

  it('opens a graph that would be too small from its first level on', () => {
    assert.deepEqual(
      opening({ width: 1200, height: 600 }, screen),
      fitted({ width: 1200, height: 600 }, screen),
    );
    const { x, scale: opened } = opening({ width: 9000, height: 400 }, screen);
    assert.ok(opened > 0.6);
    assert.equal(x, 0);
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
