import { html, setText } from './dom';
import type { GraphModel, Layout, View } from './messages';

/** Narrower than this a lane shows its title only. */
const NARROW = 104;
/** Narrower than this a lane shows its number only. */
const TINY = 64;

/** The columns behind the graph with their titles, which stay in sight however far one has moved down. */
export class Lanes {
  readonly element = html('div', 'lanes');
  #layout: Layout | undefined;
  #lanes: readonly HTMLElement[] = [];

  constructor() {
    this.element.setAttribute('aria-hidden', 'true');
  }

  show({ bands, nodes }: GraphModel, layout: Layout): void {
    if (layout !== this.#layout || this.#lanes.length !== bands.length) {
      this.#lanes = bands.map(({ kind }) => {
        const lane = html('div', `lane ${kind}`);
        lane.append(html('span', 'name'), html('span', 'count'), html('span', 'short'));
        return lane;
      });
      this.element.replaceChildren(...this.#lanes);
    }
    this.#layout = layout;
    const complete = new Set(nodes.filter(({ status }) => status === 'complete').map(({ id }) => id));
    const isCollapsed = nodes.some(({ kind }) => kind === 'level');
    bands.forEach((band, at) => {
      const [name, count, short] = this.#lanes[at]?.children ?? [];
      const done = band.nodes.filter((id) => complete.has(id)).length;
      if (name) setText(name, band.title);
      if (short) setText(short, band.title.replace(/^\D+/, '') || band.kind);
      if (count) setText(count, isCollapsed ? '' : `${done} of ${band.nodes.length}`);
    });
  }

  /** Follows the graph as it is moved and zoomed. */
  follow({ x, scale }: View): void {
    this.#layout?.bands.forEach((band, at) => {
      const lane = this.#lanes[at];
      if (!lane) return;
      const width = band.width * scale;
      lane.style.width = `${width}px`;
      lane.style.transform = `translateX(${x + band.x * scale}px)`;
      lane.classList.toggle('narrow', width < NARROW);
      lane.classList.toggle('tiny', width < TINY);
    });
  }
}
