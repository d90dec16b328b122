import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { opening, readableScale, whole } from '../../../../src/webview/graph/firstView';
import { type Rectangle, seen } from '../../../../src/webview/graph/viewMath';

const NO_CORNER = { width: 0, height: 0 };
const READABLE = readableScale(13);
const CARD = { width: 256, height: 98 };

/** Cards in columns and rows as a layout has them. */
const grid = (columns: number, rows: number): readonly Rectangle[] =>
  Array.from({ length: columns * rows }, (_, at) => ({
    x: 12 + (at % columns) * (CARD.width + 72),
    y: 12 + Math.floor(at / columns) * (CARD.height + 20),
    ...CARD,
  }));

const contentOf = (cards: readonly Rectangle[]): Rectangle => ({
  x: 0,
  y: 0,
  width: Math.max(...cards.map(({ x, width }) => x + width)) + 12,
  height: Math.max(...cards.map(({ y, height }) => y + height)) + 12,
});

describe('the first view of a graph', () => {
  it('lets the smallest text of a card be eleven pixels high', () => {
    assert.ok(Math.abs(13 * 0.9 * readableScale(13) - 11) < 1e-9);
  });

  it('is all of a graph that needs only a little less', () => {
    const cards = grid(3, 2);
    const content = contentOf(cards);
    for (const share of [1, 0.95]) {
      const window = { width: content.width * share, height: content.height };
      const view = opening({ content, cards, start: cards[4] }, window, READABLE, NO_CORNER);
      assert.deepEqual(view, whole({ content }, window, READABLE));
      assert.ok(Math.abs(view.scale - share) < 1e-9);
    }
  });

  it('never begins smaller than can be read, and always with the whole card to begin with', () => {
    const size = fc.integer({ min: 330, max: 1600 });
    const height = fc.integer({ min: 140, max: 900 });
    const some = fc.integer({ min: 1, max: 12 });
    fc.assert(
      fc.property(size, height, some, some, fc.nat(200), (width, high, columns, rows, at) => {
        const cards = grid(columns, rows);
        const start = cards[at % cards.length] ?? cards[0];
        assert.ok(start);
        const window = { width, height: high };
        const view = opening({ content: contentOf(cards), cards, start }, window, READABLE, NO_CORNER);
        assert.ok(view.scale >= READABLE - 1e-9 && view.scale <= 1);
        const area = seen(view, window);
        assert.ok(start.x >= area.x - 1e-6 && start.x + start.width <= area.x + area.width + 1e-6);
        assert.ok(start.y >= area.y - 1e-6 && start.y + start.height <= area.y + area.height + 1e-6);
      }),
    );
  });

  it('cuts no card off by a few pixels where one can begin a little earlier or later', () => {
    const cards = grid(8, 8);
    for (let width = 700; width < 1100; width += 7) {
      const window = { width, height: 400 };
      const view = opening(
        { content: contentOf(cards), cards, start: cards[27] },
        window,
        READABLE,
        NO_CORNER,
      );
      for (const { x } of cards) {
        const [left, right] = [view.x + x * view.scale, view.x + (x + CARD.width) * view.scale];
        for (const edge of [0, width]) {
          const isCut = left < edge - 1e-6 && right > edge + 1e-6;
          assert.ok(!isCut || Math.min(edge - left, right - edge) >= 23.9, `${width}: ${left} to ${right}`);
        }
      }
    }
  });

  it('does not begin behind what hides the corner', () => {
    const cards = grid(6, 6);
    const window = { width: 900, height: 400 };
    const corner = { width: 220, height: 90 };
    const start = cards[35];
    assert.ok(start);
    const view = opening({ content: contentOf(cards), cards, start }, window, READABLE, corner);
    const right = view.x + (start.x + start.width) * view.scale;
    const bottom = view.y + (start.y + start.height) * view.scale;
    assert.ok(right <= window.width - corner.width || bottom <= window.height - corner.height);
  });
});
