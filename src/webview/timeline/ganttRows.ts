import { html, setText } from '../kit/dom';
import type { TimelineBar, TimelineChart } from '../protocol/timelineMessages';
import { Bar } from './bar';
import { rowsOf } from './barWalk';

/** Heights, in pixels; the stylesheet takes them from here. */
export const ROW = 36;
export const AXIS = 30;
const GAP = 4;
/** A bar is never thinner than this, so that it can be hit. */
const THINNEST = 4;
/** As long as the stylesheet lets bars move, and a little. */
const MOVE_MS = 260;

/** What is drawn: pixels per hour, where hour 0 is, and what is near enough to be seen. */
export interface RowsView {
  readonly scale: number;
  readonly origin: number;
  isRowIn(row: number): boolean;
  /** Hours in view. */
  readonly from: number;
  readonly to: number;
}

/**
 * A row per executor, and a layer with the bars above all of them: a bar that goes to another row stays in its place in
 * the page, so that it keeps the focus and can be seen to move. Rows own their bars by `aria-owns`.
 */
export class GanttRows {
  readonly grid = html('div', 'gantt-rows');
  readonly layer = html('div', 'gantt-bars');
  readonly #bars = new Map<string, Bar>();
  /** Numbers for the ids of elements, which texts of documents must not become. */
  readonly #numbers = new Map<string, number>();
  #rows: readonly (readonly TimelineBar[])[] = [];
  #elements: readonly HTMLElement[] = [];
  #current: TimelineBar | undefined;
  #moving: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    this.grid.setAttribute('role', 'grid');
    this.grid.setAttribute('aria-label', 'Who does what when');
    this.grid.setAttribute('aria-describedby', 'timeline-help');
  }

  get rows(): readonly (readonly TimelineBar[])[] {
    return this.#rows;
  }

  /** The one bar that Tab reaches; it is always drawn. */
  get current(): TimelineBar | undefined {
    return this.#current;
  }

  set current(bar: TimelineBar | undefined) {
    const elementOf = (each: TimelineBar | undefined) => each && this.#bars.get(each.id)?.element;
    elementOf(this.#current)?.setAttribute('tabindex', '-1');
    this.#current = bar;
    elementOf(bar)?.setAttribute('tabindex', '0');
  }

  element(id: string): HTMLElement | undefined {
    return this.#bars.get(id)?.element;
  }

  show({ executors, bars }: TimelineChart, planUri: string): void {
    this.#rows = rowsOf(bars, executors.length);
    this.layer.dataset.vscodeContext = JSON.stringify({ planUri, preventDefaultContextMenuItems: true });
    for (const { id } of bars) if (!this.#numbers.has(id)) this.#numbers.set(id, this.#numbers.size);
    if (this.#elements.length !== executors.length) {
      this.#elements = executors.map((_, at) => this.#elements[at] ?? rowElement());
      this.grid.replaceChildren(...this.#elements);
    }
    const columns = this.#rows.reduce((most, row) => Math.max(most, row.length), 0);
    this.grid.setAttribute('aria-colcount', String(columns + 1));
    executors.forEach((name, at) => {
      const who = this.#elements[at]?.querySelector<HTMLElement>('.who');
      if (!who) return;
      setText(who, name);
      who.title = name;
    });
    this.current = bars.find(({ id }) => id === this.#current?.id) ?? bars[0];
  }

  /** Lets bars be seen to go where the next drawing has them. */
  move(): void {
    clearTimeout(this.#moving);
    this.layer.classList.add('moving');
    this.#moving = setTimeout(() => this.layer.classList.remove('moving'), MOVE_MS);
  }

  draw({ scale, origin, isRowIn, from, to }: RowsView): void {
    const drawn = new Set<string>();
    this.#rows.forEach((row, at) => {
      const isIn = isRowIn(at);
      const owned = row.flatMap((bar, place) => {
        if (bar !== this.#current && !(isIn && bar.end >= from && bar.start <= to)) return [];
        drawn.add(bar.id);
        const shown = this.#barFor(bar);
        shown.show(bar, place + 2);
        shown.place({
          x: origin + bar.start * scale,
          y: AXIS + at * ROW + GAP,
          width: Math.max(THINNEST, (bar.end - bar.start) * scale - 2),
        });
        return [shown.element.id];
      });
      this.#elements[at]?.setAttribute('aria-owns', owned.join(' '));
    });
    for (const [id, { element }] of this.#bars) {
      if (drawn.has(id)) continue;
      element.remove();
      this.#bars.delete(id);
    }
  }

  #barFor({ id }: TimelineBar): Bar {
    const known = this.#bars.get(id);
    if (known) return known;
    const made = new Bar(id, `bar-${this.#numbers.get(id)}`);
    if (id === this.#current?.id) made.element.tabIndex = 0;
    this.#bars.set(id, made);
    this.layer.append(made.element);
    return made;
  }
}

const rowElement = (): HTMLElement => {
  const row = html('div', 'gantt-row');
  row.setAttribute('role', 'row');
  const who = html('div', 'who');
  who.setAttribute('role', 'rowheader');
  row.append(who);
  return row;
};
