import { html, setText } from '../kit/dom';
import type { GraphModel, Layout, View } from '../protocol/messages';

/** The rows behind the graph, one for each of several plans, with the plan's name where its box is out of sight. */
export class Strips {
  readonly element = html('div', 'strips');
  /** To be put above the cards. */
  readonly titles = html('div', 'strip-titles');
  #layout: Layout | undefined;
  #rows: readonly HTMLElement[] = [];
  #names: readonly HTMLElement[] = [];

  constructor() {
    this.element.setAttribute('aria-hidden', 'true');
    this.titles.setAttribute('aria-hidden', 'true');
  }

  show({ strips }: GraphModel, layout: Layout): void {
    if (layout !== this.#layout) {
      this.#rows = strips.map(() => html('div', 'strip'));
      this.#names = strips.map(() => {
        const name = html('div', 'strip-title');
        name.append(html('span', 'name'), ' ', html('span', 'count'));
        return name;
      });
      this.element.replaceChildren(...this.#rows);
      this.titles.replaceChildren(...this.#names);
    }
    this.#layout = layout;
    strips.forEach(({ title, progress }, at) => {
      const [name, count] = this.#names[at]?.children ?? [];
      if (name) setText(name, title);
      if (count) setText(count, progress);
    });
  }

  /** Follows the graph as it is moved and zoomed. */
  follow({ x, y, scale }: View): void {
    const layout = this.#layout;
    if (!layout) return;
    const [plans] = layout.bands;
    const isBoxInSight =
      plans !== undefined && x + (plans.x + plans.width) * scale > layout.card.width * scale;
    layout.strips.forEach((strip, at) => {
      const top = y + strip.y * scale;
      const height = strip.height * scale;
      const [row, name] = [this.#rows[at], this.#names[at]];
      const isOutside = top > window.innerHeight || top + height < 0;
      if (row && row.hidden !== isOutside) row.hidden = isOutside;
      if (row && !isOutside) {
        row.style.height = `${height}px`;
        row.style.transform = `translateY(${top}px)`;
      }
      if (!name) return;
      name.hidden = isOutside || isBoxInSight || height < TITLE || top + height < TITLE;
      if (!name.hidden) name.style.transform = `translateY(${Math.max(0, top)}px)`;
    });
  }
}

/** Height of a name; a row with less room shows none. */
const TITLE = 24;
