import { html } from '../kit/dom';
import { isTyping } from '../kit/typing';
import type { TimelineBar, TimelineChart } from '../protocol/timelineMessages';
import { Axis } from './axis';
import { type BarStep, barFrom, barStepOf } from './barWalk';
import { AXIS, GanttRows, ROW } from './ganttRows';
import { scaleFor, typicalDuration, type Zoom } from './timeScale';

/** Room for names, and where the panel is narrow; and behind the end; in pixels. */
const NAMES = 124;
const FEW_NAMES = 104;
const NARROW_PANEL = 560;
const BEHIND = 60;
/** What is so near to the part in view is drawn too. */
const MARGIN = 400;
/** One press of a zoom button or key. */
const ZOOM_STEP = 1.4;

/** Who does what when: a row for each executor and a bar for each achievement. Only what is in view is drawn. */
export class Gantt {
  readonly element = html('div', 'gantt');
  readonly #canvas = html('div', 'gantt-canvas');
  readonly #rows = new GanttRows();
  readonly #axis = new Axis();
  readonly #open: (id: string) => void;
  #chart: TimelineChart | undefined;
  #zoom: Zoom = 'readable';
  /** Pixels per hour, as drawn last. */
  #scale = 1;
  #isScheduled = false;

  constructor(open: (id: string) => void) {
    this.#open = open;
    this.element.style.setProperty('--row', `${ROW}px`);
    this.element.style.setProperty('--axis', `${AXIS}px`);
    const { grid, layer } = this.#rows;
    this.#canvas.append(this.#axis.element, this.#axis.lines, grid, layer);
    this.element.append(this.#canvas);
    this.element.addEventListener('scroll', () => this.#schedule(), { passive: true });
    this.element.addEventListener('wheel', (event) => this.#onWheel(event), { passive: false });
    layer.addEventListener('keydown', (event) => this.#onKey(event));
    document.addEventListener('keydown', (event) => this.#onZoomKey(event));
    layer.addEventListener('focusin', (event) => {
      this.#rows.current = this.#barAt(event) ?? this.#rows.current;
    });
    layer.addEventListener('click', (event) => this.#openBar(this.#barAt(event)));
    new ResizeObserver(() => this.#schedule()).observe(this.element);
  }

  show(chart: TimelineChart, planUri: string): void {
    if (this.#chart) this.#rows.move();
    this.#chart = chart;
    this.#rows.show(chart, planUri);
    this.#draw();
  }

  zoomIn(): void {
    this.#zoomBy(ZOOM_STEP, this.#middle());
  }

  zoomOut(): void {
    this.#zoomBy(1 / ZOOM_STEP, this.#middle());
  }

  /** All of the time in view. */
  whole(): void {
    this.#zoom = 'whole';
    this.#draw();
  }

  #names(): number {
    return this.element.clientWidth < NARROW_PANEL ? FEW_NAMES : NAMES;
  }

  #schedule(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    requestAnimationFrame(() => {
      this.#isScheduled = false;
      this.#draw();
    });
  }

  #draw(): void {
    const { clientWidth, clientHeight, scrollLeft, scrollTop } = this.element;
    const chart = this.#chart;
    if (!chart || clientWidth === 0) return;
    const { makespan, bars } = chart;
    const origin = this.#names();
    const typical = typicalDuration(bars);
    const scale = scaleFor(this.#zoom, { makespan, typical, room: clientWidth - origin - BEHIND });
    this.#scale = scale;
    this.element.style.setProperty('--names', `${origin}px`);
    this.#canvas.style.width = `${Math.max(clientWidth, origin + makespan * scale + BEHIND)}px`;
    this.#canvas.style.height = `${AXIS + ROW * chart.executors.length}px`;
    const from = (scrollLeft - MARGIN - origin) / scale;
    const to = (scrollLeft + clientWidth + MARGIN - origin) / scale;
    const firstRow = (scrollTop - AXIS - MARGIN) / ROW;
    const lastRow = (scrollTop - AXIS + clientHeight + MARGIN) / ROW;
    this.#axis.draw({ scale, origin, from, to, makespan });
    this.#rows.draw({ scale, origin, from, to, isRowIn: (row) => row >= firstRow && row <= lastRow });
  }

  #onKey(event: KeyboardEvent): void {
    if (event.altKey) return;
    const step = barStepOf(event);
    if (step) this.#walk(step);
    else if (event.ctrlKey || event.metaKey) return;
    else if (event.key === 'Enter' || event.key === ' ') this.#openBar(this.#rows.current);
    else return;
    event.preventDefault();
  }

  /** These work wherever the focus is but in a text field. */
  #onZoomKey(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey || isTyping(event)) return;
    if (!this.element.checkVisibility()) return;
    if (event.key === '+' || event.key === '=') this.zoomIn();
    else if (event.key === '-') this.zoomOut();
    else if (event.key === '0') this.whole();
    else return;
    event.preventDefault();
  }

  /** Gives the focus to the current bar; whether there is one. */
  takeFocus(): boolean {
    const { current } = this.#rows;
    const element = current && this.#rows.element(current.id);
    element?.focus({ preventScroll: true });
    return element !== undefined;
  }

  #walk(step: BarStep): void {
    const { rows, current } = this.#rows;
    if (!current) return;
    const next = barFrom(rows, current, step);
    this.#rows.current = next;
    this.#draw();
    const element = this.#rows.element(next.id);
    element?.focus({ preventScroll: true });
    element?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  #onWheel(event: WheelEvent): void {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const factor = Math.exp(-Math.max(-120, Math.min(120, event.deltaY)) * 0.01);
    this.#zoomBy(factor, event.clientX - this.element.getBoundingClientRect().left);
  }

  #middle(): number {
    return (this.element.clientWidth + this.#names()) / 2;
  }

  /** The hour that is `x` pixels from the left stays there. */
  #zoomBy(factor: number, x: number): void {
    const hour = (this.element.scrollLeft + x - this.#names()) / this.#scale;
    this.#zoom = this.#scale * factor;
    this.#draw();
    this.element.scrollLeft = hour * this.#scale + this.#names() - x;
  }

  #openBar(bar: TimelineBar | undefined): void {
    if (bar) this.#open(bar.id);
  }

  #barAt({ target }: Event): TimelineBar | undefined {
    const element = target instanceof Element ? target.closest('[data-bar]') : null;
    if (!(element instanceof HTMLElement)) return undefined;
    return this.#chart?.bars.find(({ id }) => id === element.dataset.bar);
  }
}
