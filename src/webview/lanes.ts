import { html, setText } from './dom';
import type { GraphModel, Layout, View } from './messages';
import { wholePixels } from './plane';
import type { Size } from './viewMath';

/** Width of a letter of a title, of a small title and of its number, in pixels. */
const LETTER = { usual: 7.4, small: 6.2, number: 8.5 };
/** Room beside a title. */
const AIR = 16;

/** The columns behind the graph with their titles, which stay in sight however far one has moved down. */
export class Lanes {
  readonly element = html('div', 'lanes');
  readonly #track = html('div', 'track');
  #layout: Layout | undefined;
  #lanes: readonly HTMLElement[] = [];
  /** The scale at which each lane was drawn last. */
  #scales: number[] = [];

  constructor() {
    this.element.setAttribute('aria-hidden', 'true');
    this.element.append(this.#track);
  }

  show({ bands, nodes }: GraphModel, layout: Layout): void {
    if (layout !== this.#layout || this.#lanes.length !== bands.length) {
      this.#lanes = bands.map(({ kind }) => {
        const lane = html('div', `lane ${kind}`);
        lane.append(html('span', 'name'), html('span', 'count'), html('span', 'short'));
        return lane;
      });
      this.#track.replaceChildren(...this.#lanes);
    }
    this.#scales = [];
    this.#layout = layout;
    const complete = new Set(nodes.filter(({ status }) => status === 'complete').map(({ id }) => id));
    const isCollapsed = nodes.some(({ kind }) => kind === 'level');
    bands.forEach((band, at) => {
      const [name, count, short] = this.#lanes[at]?.children ?? [];
      const done = band.nodes.filter((id) => complete.has(id)).length;
      if (name) setText(name, band.title);
      if (short) setText(short, band.kind === 'cycle' ? 'cycle' : band.title.replace(/^\D+/, ''));
      if (count) setText(count, isCollapsed ? '' : `${done} of ${band.nodes.length}`);
    });
  }

  /** Follows the graph as it is moved and zoomed; only what is in the window costs anything. */
  follow({ x, scale }: View, window: Size): void {
    this.#track.style.transform = `translateX(${wholePixels(x)}px)`;
    this.#layout?.bands.forEach((band, at) => {
      const lane = this.#lanes[at];
      if (!lane) return;
      const left = band.x * scale;
      const width = band.width * scale;
      const isHidden = x + left > window.width || x + left + width < 0;
      if (lane.hidden !== isHidden) lane.hidden = isHidden;
      if (isHidden || this.#scales[at] === scale) return;
      this.#scales[at] = scale;
      lane.style.left = `${left}px`;
      lane.style.width = `${width}px`;
      shorten(lane, width);
    });
  }
}

/** Leaves out what there is no room for; cutting it off would cost a lane a layer of its own. */
const shorten = (lane: HTMLElement, width: number): void => {
  const [name = 0, count = 0, short = 0] = [...lane.children].map(({ textContent }) => textContent.length);
  lane.classList.toggle('narrow', width < (name + count + 1) * LETTER.usual + AIR);
  lane.classList.toggle('tiny', width < name * LETTER.small + AIR / 2);
  lane.classList.toggle('bare', width < short * LETTER.number);
};
