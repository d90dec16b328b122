import { svg } from '../kit/dom';
import type { Clash } from '../protocol/runMessages';
import type { Rectangle } from './viewMath';

/** Lines between cards that may conflict, with words. They lead through what lies between: no layout has room for them. */
export class Clashes {
  readonly element = svg('svg', { class: 'edges clashes', 'aria-hidden': 'true' });
  #shown = '';

  show(clashes: readonly Clash[], places: ReadonlyMap<string, Rectangle>): void {
    const drawn = clashes.flatMap(({ from, to, words }) => {
      const [one, other] = [places.get(from), places.get(to)];
      return one && other ? [{ one, other, words }] : [];
    });
    const content = JSON.stringify(drawn);
    if (content === this.#shown) return;
    this.#shown = content;
    this.element.replaceChildren(...drawn.map(({ one, other, words }) => lineBetween(one, other, words)));
  }
}

/** How far a line goes aside that leads from a card to one above or below it. */
const ASIDE = 36;

const lineBetween = (one: Rectangle, other: Rectangle, words: string): SVGGElement => {
  const isBeside = Math.abs(other.x - one.x) > one.width;
  const [from, to] = [sideTowards(one, other, isBeside), sideTowards(other, one, isBeside)];
  const aside = isBeside ? 0 : ASIDE;
  const line = svg('g', { class: 'edge clash' });
  const curve = `M${from.x} ${from.y}C${from.x + aside} ${from.y} ${to.x + aside} ${to.y} ${to.x} ${to.y}`;
  line.append(svg('path', { class: 'line', d: curve }));
  const middle = { x: (from.x + to.x) / 2 + aside, y: (from.y + to.y) / 2 + 4 };
  const text = svg('text', { ...middle, 'text-anchor': 'middle' });
  text.textContent = words;
  line.append(text);
  return line;
};

/** The middle of the side towards a card in another column; in the same column both take the right side. */
const sideTowards = (card: Rectangle, other: Rectangle, isBeside: boolean) => ({
  x: isBeside && other.x < card.x ? card.x : card.x + card.width,
  y: card.y + card.height / 2,
});
