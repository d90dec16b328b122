import type { Status } from '../../engine/model/achievement';
import { html, svg } from '../kit/dom';
import { toolButton } from '../kit/toolButton';
import type { GraphModel, Layout, Point, View } from '../protocol/messages';
import { fitsReadably } from './firstView';
import { holds, overlaps, type Rectangle, type Size, seen } from './viewMath';

/** The most it takes of the window, in pixels and as a part of it. */
const LARGEST: Size = { width: 220, height: 150 };
const LARGEST_SHARE = 0.25;
/** In a smaller window there is no room for it, in pixels. */
const SMALLEST_WINDOW: Size = { width: 400, height: 260 };

/** Between it and the corner, with its border. */
const MARGIN = 14;
const NO_SIZE: Size = { width: 0, height: 0 };

export interface MinimapActions {
  /** Brings a point of the graph into the middle of the window. */
  centre(point: Point): void;
  /** Whether it is wanted has changed. */
  toggled(): void;
}

/**
 * The whole graph in small with the part in the window framed: a click brings another part into the window, dragging
 * moves it. Shown only where the graph is larger than the window, and as glass while it lies over a card, until the
 * pointer is on it; decoration for who cannot see it.
 */
export class Minimap {
  readonly element = html('div', 'minimap');
  readonly button: HTMLButtonElement;
  readonly #picture = svg('svg', { class: 'picture' });
  readonly #frame = html('div', 'frame');
  readonly #actions: MinimapActions;
  #layout: Layout | undefined;
  #content: Rectangle = { x: 0, y: 0, width: 0, height: 0 };
  #shown = '';
  #isWanted = true;
  #ratio = 1;
  #seen = { x: 0, y: 0, width: 0, height: 0 };

  constructor(actions: MinimapActions) {
    this.#actions = actions;
    this.element.setAttribute('aria-hidden', 'true');
    this.element.hidden = true;
    this.element.append(this.#picture, this.#frame);
    this.element.addEventListener('pointerdown', (event) => this.#onPointerDown(event));
    this.button = toolButton('Overview (m)', 'M1.5 3h13v10h-13zM8.5 8h6v5h-6z', () => this.toggle());
    this.button.setAttribute('aria-keyshortcuts', 'm');
    this.button.hidden = true;
    this.isWanted = true;
  }

  get isWanted(): boolean {
    return this.#isWanted;
  }

  set isWanted(isWanted: boolean) {
    this.#isWanted = isWanted;
    this.button.setAttribute('aria-pressed', String(isWanted));
  }

  /** What it hides now of the window, in the corner at the bottom right. */
  get size(): Size {
    return this.element.hidden ? NO_SIZE : this.#sizeAt(this.#ratio);
  }

  /** What it would hide of a window. */
  sizeIn(window: Size, readable: number): Size {
    return this.#isWanted && this.#isNeeded(window, readable) ? this.#sizeAt(this.#ratioIn(window)) : NO_SIZE;
  }

  #sizeAt(ratio: number): Size {
    const { width, height } = this.#layout ?? NO_SIZE;
    return { width: width * ratio + MARGIN, height: height * ratio + MARGIN };
  }

  #ratioIn(window: Size): number {
    const { width, height } = this.#layout ?? { width: 1, height: 1 };
    return Math.min(
      Math.min(LARGEST.width, window.width * LARGEST_SHARE) / width,
      Math.min(LARGEST.height, window.height * LARGEST_SHARE) / height,
    );
  }

  #isNeeded(window: Size, readable: number): boolean {
    const { width, height } = SMALLEST_WINDOW;
    const hasRoom = window.width >= width && window.height >= height;
    return hasRoom && !fitsReadably(this.#content, window, readable);
  }

  toggle(): void {
    if (this.button.hidden) return;
    this.isWanted = !this.isWanted;
    this.#actions.toggled();
  }

  show({ nodes }: GraphModel, layout: Layout, drawn: Rectangle): void {
    this.#content = drawn;
    const content = nodes.map(({ status }) => status).join();
    if (layout === this.#layout && content === this.#shown) return;
    this.#layout = layout;
    this.#shown = content;
    const { width, height, card } = layout;
    const box = (at: number): string => {
      const { x, y } = layout.nodes[at] ?? { x: 0, y: 0 };
      return `M${x} ${y}h${card.width}v${card.height}h${-card.width}z`;
    };
    const boxes = new Map<Status, string>();
    nodes.forEach(({ status }, at) => {
      boxes.set(status, (boxes.get(status) ?? '') + box(at));
    });
    this.#picture.setAttribute('viewBox', `0 0 ${width} ${height}`);
    // one path for all of a status: a change of the theme needs no drawing, and a move of the graph costs nothing
    this.#picture.replaceChildren(
      ...[...boxes].map(([status, d]) => svg('path', { d, 'data-status': status })),
    );
  }

  /** Follows the view; `window` is the room for the graph, `readable` the scale from which on it can be read. */
  follow(view: View, window: Size, readable: number): void {
    if (!this.#layout) return;
    this.#seen = seen(view, window);
    const isNeeded = this.#isNeeded(window, readable);
    if (this.button.hidden === isNeeded) this.button.hidden = !isNeeded;
    const isHidden = !this.#isWanted || !isNeeded || holds(this.#seen, this.#content);
    if (this.element.hidden !== isHidden) this.element.hidden = isHidden;
    if (isHidden) return;
    this.#ratio = this.#ratioIn(window);
    this.element.style.width = `${this.#layout.width * this.#ratio}px`;
    this.element.style.height = `${this.#layout.height * this.#ratio}px`;
    const { x, y, width, height } = this.#seen;
    const { style } = this.#frame;
    style.transform = `translate(${x * this.#ratio}px, ${y * this.#ratio}px)`;
    style.width = `${width * this.#ratio}px`;
    style.height = `${height * this.#ratio}px`;
    this.element.classList.toggle('over', this.#isOverCard(view, window));
  }

  #isOverCard({ x, y, scale }: View, window: Size): boolean {
    const { nodes, card } = this.#layout ?? { nodes: [], card: NO_SIZE };
    const size = this.#sizeAt(this.#ratio);
    const hidden = {
      x: (window.width - size.width - x) / scale,
      y: (window.height - size.height - y) / scale,
      width: size.width / scale,
      height: size.height / scale,
    };
    return nodes.some((node) => overlaps(hidden, { ...card, x: node.x, y: node.y }));
  }

  #onPointerDown(down: PointerEvent): void {
    // the window below would take it for a drag of its own
    down.stopPropagation();
    if (down.button !== 0) return;
    const { element } = this;
    const { left, top } = element.getBoundingClientRect();
    const { x, y, width, height } = this.#seen;
    const middle = { x: x + width / 2, y: y + height / 2 };
    const at = (event: PointerEvent): Point => ({
      x: (event.clientX - left - element.clientLeft) / this.#ratio,
      y: (event.clientY - top - element.clientTop) / this.#ratio,
    });
    const grip = at(down);
    // who takes hold of the frame moves it from where it is, elsewhere it comes first
    const isInside = Math.abs(grip.x - middle.x) < width / 2 && Math.abs(grip.y - middle.y) < height / 2;
    const offset = isInside ? { x: middle.x - grip.x, y: middle.y - grip.y } : { x: 0, y: 0 };
    const onMove = (move: PointerEvent): void => {
      const point = at(move);
      this.#actions.centre({ x: point.x + offset.x, y: point.y + offset.y });
    };
    element.setPointerCapture(down.pointerId);
    element.addEventListener('pointermove', onMove);
    element.addEventListener('lostpointercapture', () => element.removeEventListener('pointermove', onMove), {
      once: true,
    });
    onMove(down);
  }
}
