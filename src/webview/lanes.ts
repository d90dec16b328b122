import { html, setText } from './dom';
import type { GraphBand, GraphModel, Layout, View } from './messages';

/** Narrower than this a lane shows its title only. */
const NARROW = 104;
/** Narrower than this a lane shows its number only. */
const TINY = 64;

/** The columns behind the graph with their titles, which stay in sight however far one has moved down. */
export class Lanes {
  readonly element = html('div', 'lanes');
  #layout: Layout | undefined;
  #lanes: readonly HTMLElement[] = [];
  readonly #turn: (title: string) => void;

  /** `turn` collapses and expands a column; the keyboard has a key of its own for it. */
  constructor(turn: (title: string) => void) {
    this.#turn = turn;
    this.element.setAttribute('aria-hidden', 'true');
  }

  show({ bands }: GraphModel, layout: Layout): void {
    if (layout !== this.#layout || this.#lanes.length !== bands.length) {
      this.#lanes = bands.map((band) => this.#laneOf(band));
      this.element.replaceChildren(...this.#lanes);
    }
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
