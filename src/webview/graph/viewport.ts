import { html } from '../kit/dom';
import type { Point, View } from '../protocol/messages';
import { opening, type Picture, readableScale, whole } from './firstView';
import {
  centred,
  framed,
  kept,
  type Rectangle,
  revealedBeside,
  type Size,
  sameView,
  seen,
  zoomed,
} from './viewMath';
import { wheelStep } from './wheel';

/** One press of a zoom button or key. */
const STEP = 1.25;
/** Pixels a pointer may move before a click becomes a drag. */
const SLOP = 4;
/** Height of the lane titles, which lie above the graph. */
const TITLES = 32;

const NOTHING: Picture = { content: { x: 0, y: 0, width: 1, height: 1 }, cards: [], start: undefined };

/** What hides the corner of a window at its bottom right. */
export type Corner = (window: Size) => Size;

/** The window onto the graph: moves and zooms what `draw` is told to. Sizes are pixels below the lane titles. */
export class Viewport {
  readonly element = html('div', 'viewport');
  readonly #draw: (view: View, window: Size) => void;
  /** Measured when it changes, for asking the page costs a layout. */
  #window: Rectangle = { x: 0, y: 0, width: 0, height: 1 };
  #graph: Size = { width: 1, height: 1 };
  #picture = NOTHING;
  readonly #corner: Corner;
  /** The smallest scale at which all text can be read. */
  #readable = 1;
  /** Measured from below the lane titles. */
  #view: View = { x: 0, y: 0, scale: 1 };
  #isChosen = false;
  /** A part that was zoomed in on, and the view before. */
  #framing: { readonly target: View; readonly before: View } | undefined;
  #isScheduled = false;

  constructor(draw: (view: View, window: Size) => void, corner: Corner) {
    this.#draw = draw;
    this.#corner = corner;
    this.element.style.setProperty('--lane-titles', `${TITLES}px`);
    this.element.addEventListener('wheel', (event) => this.#onWheel(event), { passive: false });
    this.element.addEventListener('pointerdown', (event) => this.#onPointerDown(event));
    // focus and find-in-page may scroll what is hidden; the graph is moved by its view alone
    this.element.addEventListener('scroll', undoScroll, { capture: true });
    new ResizeObserver(() => this.#onResize()).observe(this.element);
  }

  /** The size of a new graph; the view stays as it is once somebody chose one. */
  setGraph(graph: Size, picture: Picture): void {
    this.#graph = graph;
    this.#picture = picture;
    this.#onResize();
  }

  /** Puts back a view that was stored. */
  restore(view: View): void {
    this.#isChosen = true;
    this.#set(view);
  }

  fit(): void {
    this.#isChosen = true;
    this.#set(whole(this.#picture, this.#window, this.#readable));
  }

  zoomIn(): void {
    this.#zoom(STEP, this.#middle());
  }

  zoomOut(): void {
    this.#zoom(1 / STEP, this.#middle());
  }

  /** The view when somebody chose it; null while it is the one that the graph opens with. */
  get chosen(): View | null {
    return this.#isChosen ? this.#view : null;
  }

  /** The smallest scale at which all text can be read. */
  get readable(): number {
    return this.#readable;
  }

  /** What of the graph is in the window, in its own units. */
  seen(): Rectangle {
    return seen(this.#view, this.#window);
  }

  /** Brings a part into the window, beside what hides the corner at its bottom right. */
  reveal(part: Rectangle, corner: Size): void {
    const view = revealedBeside(this.#view, part, this.#window, corner);
    if (view.x === this.#view.x && view.y === this.#view.y) return;
    this.#isChosen = true;
    this.#set(view);
  }

  /** Zooms in on a part; the second time, with nothing moved in between, back to the view before. */
  frame(part: Rectangle): void {
    const target = kept(framed(part, this.#window), this.#graph, this.#window);
    const before =
      this.#framing && sameView(this.#view, this.#framing.target) ? this.#framing.before : this.#view;
    this.#isChosen = true;
    if (before !== this.#view && sameView(this.#view, target)) {
      this.#framing = undefined;
      this.#set(before);
    } else {
      this.#framing = { target, before };
      this.#set(target);
    }
  }

  /** Brings a point of the graph into the middle. */
  centre(point: Point): void {
    this.#isChosen = true;
    this.#set(centred(this.#view, point, this.#window));
  }

  #measure(): void {
    const { left, top, width, height } = this.element.getBoundingClientRect();
    this.#window = { x: left, y: top + TITLES, width, height: Math.max(1, height - TITLES) };
    this.#readable = readableScale(Number.parseFloat(getComputedStyle(this.element).fontSize) || 13);
  }

  #middle(): { readonly x: number; readonly y: number } {
    const { width, height } = this.#window;
    return { x: width / 2, y: height / 2 };
  }

  #zoom(factor: number, at: { readonly x: number; readonly y: number }): void {
    this.#isChosen = true;
    this.#set(zoomed(this.#view, factor, at));
  }

  #set(view: View): void {
    this.#view = kept(view, this.#graph, this.#window);
    this.redraw();
  }

  /** Draws the view, however often it is asked to, once in the next frame. */
  redraw(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    requestAnimationFrame(() => {
      this.#isScheduled = false;
      this.#draw(this.#view, this.#window);
    });
  }

  #onResize(): void {
    this.#measure();
    if (this.#window.width === 0) return;
    this.#set(this.#isChosen ? this.#view : this.#opening());
  }

  #opening(): View {
    return opening(this.#picture, this.#window, this.#readable, this.#corner(this.#window));
  }

  #onWheel(event: WheelEvent): void {
    event.preventDefault();
    const step = wheelStep(event);
    const { x, y } = this.#window;
    if (step.kind === 'zoom') this.#zoom(step.factor, { x: event.clientX - x, y: event.clientY - y });
    else {
      this.#isChosen = true;
      this.#set({ ...this.#view, x: this.#view.x + step.x, y: this.#view.y + step.y });
    }
  }

  #onPointerDown(down: PointerEvent): void {
    if (down.button !== 0 && down.button !== 1) return;
    const { element } = this;
    const start = this.#view;
    let isDrag = false;
    const onMove = (move: PointerEvent): void => {
      const dx = move.clientX - down.clientX;
      const dy = move.clientY - down.clientY;
      if (!isDrag && Math.hypot(dx, dy) < SLOP) return;
      if (!isDrag) element.setPointerCapture(down.pointerId);
      isDrag = true;
      this.#isChosen = true;
      element.classList.add('dragging');
      this.#set({ ...this.#view, x: start.x + dx, y: start.y + dy });
    };
    const onEnd = (): void => {
      element.classList.remove('dragging');
      element.removeEventListener('pointermove', onMove);
      element.removeEventListener('pointerup', onEnd);
      element.removeEventListener('pointercancel', onEnd);
      // with the pointer captured the click goes to the window itself, never to a card
    };
    element.addEventListener('pointermove', onMove);
    element.addEventListener('pointerup', onEnd);
    element.addEventListener('pointercancel', onEnd);
  }
}

const undoScroll = ({ target }: Event): void => {
  if (target instanceof Element) target.scrollTo(0, 0);
};
