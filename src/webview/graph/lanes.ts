import { html, setText } from '../kit/dom';
import type { GraphBand, GraphModel, Layout, View } from '../protocol/messages';
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
  readonly #turn: (title: string) => void;
  /** The scale at which each lane was drawn last. */
  #scales: number[] = [];

  /** `turn` collapses and expands a column; the keyboard has a key of its own for it. */
  constructor(turn: (title: string) => void) {
    this.#turn = turn;
    this.element.setAttribute('aria-hidden', 'true');
    this.element.append(this.#track);
  }

  show({ bands }: GraphModel, layout: Layout): void {
    if (layout !== this.#layout || this.#lanes.length !== bands.length) {
      this.#lanes = bands.map((band) => this.#laneOf(band));
      this.#track.replaceChildren(...this.#lanes);
    }
    this.#scales = [];
    this.#layout = layout;
    bands.forEach((band, at) => {
      const [name, count, short] = this.#lanes[at]?.children ?? [];
      if (name) setText(name, band.title);
      if (short) setText(short, band.title.replace(/^\D+/, '') || band.kind);
      if (count) setText(count, band.isCollapsed ? '' : `${band.complete} of ${band.total}`);
    });
  }

  #laneOf({ kind, title, canCollapse, isCollapsed }: GraphBand): HTMLElement {
    const lane = html('div', `lane ${kind}`);
    lane.append(html('span', 'name'), html('span', 'count'), html('span', 'short'));
    lane.classList.toggle('collapsed', isCollapsed);
    if (!canCollapse) return lane;
    const name = lane.querySelector<HTMLElement>('.name');
    if (!name) return lane;
    lane.classList.add('turns');
    name.title = isCollapsed ? 'Expand (e)' : 'Collapse (e)';
    name.addEventListener('click', () => this.#turn(title));
    return lane;
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
