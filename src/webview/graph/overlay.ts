import { html, svg } from '../kit/dom';
import type { Point, View } from '../protocol/messages';
import { edgePaths } from './edges';
import { wholePixels } from './plane';

/** What lies above the cards and moves with the graph: the selected arrow, and the one that is being drawn. */
export class Overlay {
  readonly element = html('div', 'overlay');
  readonly #selected = svg('path', { class: 'selected' });
  readonly #drawn = svg('path', { class: 'drawn' });

  constructor() {
    const lines = svg('svg', { class: 'edges' });
    lines.append(this.#selected, this.#drawn);
    this.element.setAttribute('aria-hidden', 'true');
    this.element.append(lines);
  }

  /** Follows the graph as it is moved and zoomed. */
  follow({ x, y, scale }: View): void {
    const move = `translate(${wholePixels(x)}px, ${wholePixels(y)}px)`;
    this.element.style.transform = `${move} scale(${scale})`;
  }

  /** Shows an arrow as selected; none for undefined. */
  select(route: readonly number[] | undefined): void {
    const { line, arrow } = route && route.length >= 8 ? edgePaths(route) : { line: '', arrow: '' };
    this.#selected.setAttribute('d', line + arrow);
  }

  /** Shows an arrow from a card towards a point; none for undefined. */
  draw(from: Point | undefined, to: Point, isRefused: boolean): void {
    this.#drawn.classList.toggle('refused', isRefused);
    if (!from) {
      this.#drawn.setAttribute('d', '');
      return;
    }
    // forwards as arrows run between columns, backwards straight
    const bend = Math.max(0, (to.x - from.x) / 2);
    const { line, arrow } = edgePaths([from.x, from.y, from.x + bend, from.y, to.x - bend, to.y, to.x, to.y]);
    this.#drawn.setAttribute('d', line + arrow);
  }
}
