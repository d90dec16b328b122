import { html, svg } from '../kit/dom';
import type { TimelineChart, TimelinePoint } from '../protocol/timelineMessages';
import {
  axes,
  BOTTOM,
  guide,
  HEIGHT,
  key,
  line,
  type PlaceOf,
  placesOf,
  TOP,
  text,
  WIDTH,
} from './curvePicture';

const KEYS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowLeft: (at) => at - 1,
  ArrowDown: (at) => at - 1,
  ArrowRight: (at) => at + 1,
  ArrowUp: (at) => at + 1,
  Home: () => 0,
  End: (_, last) => last,
};

/** How long it takes with how many: a point for every number of executors, which asks for it. */
export class Curve {
  readonly element = html('section', 'curve');
  readonly #picture = svg('svg', { class: 'curve-picture', viewBox: `0 0 ${WIDTH} ${HEIGHT}` });
  readonly #back = svg('g', { 'aria-hidden': 'true' });
  readonly #points = svg('g', { role: 'radiogroup', 'aria-label': 'Hours by number of executors' });
  readonly #ask: (executors: number) => void;
  #chart: TimelineChart | undefined;
  #radios: readonly SVGGElement[] = [];
  #drawn = '';

  constructor(ask: (executors: number) => void) {
    this.#ask = ask;
    this.#picture.append(this.#back, this.#points);
    const keys = html('ul', 'keys');
    keys.setAttribute('aria-hidden', 'true');
    keys.append(key('makespan', 'takes'), key('bound', 'at least'));
    this.element.append(html('h2', '', 'Duration by number of executors'), this.#picture, keys);
    this.#points.addEventListener('keydown', (event) => this.#onKey(event));
  }

  show(chart: TimelineChart): void {
    this.#chart = chart;
    const drawn = JSON.stringify([chart.curve, chart.best, chart.executors.length]);
    if (drawn === this.#drawn) return;
    this.#drawn = drawn;
    const focused = this.#focused();
    const place = placesOf(chart);
    this.#back.replaceChildren(
      ...axes(chart, place),
      line(chart, place, 'bound'),
      line(chart, place, 'makespan'),
      ...guide(chart, place),
    );
    const chosen = chart.executors.length;
    this.#radios = chart.curve.map((point) => this.#radio(point, place));
    this.#points.replaceChildren(...this.#radios);
    const at = chart.curve.findIndex(({ executors }) => executors === chosen);
    this.#radios[Math.max(0, at)]?.setAttribute('tabindex', '0');
    if (focused !== -1) this.#radios[at === -1 ? focused : at]?.focus();
  }

  #radio(point: TimelinePoint, place: PlaceOf): SVGGElement {
    const { executors, makespan, words } = point;
    const isBest = executors === this.#chart?.best;
    const isChosen = executors === this.#chart?.executors.length;
    const label = isBest ? `${words}, best` : words;
    const { x, y } = place(executors, makespan);
    const group = svg('g', {
      class: `point${isBest ? ' best' : ''}${isChosen ? ' chosen' : ''}`,
      role: 'radio',
      tabindex: -1,
      'aria-checked': String(isChosen),
      'aria-label': label,
    });
    const title = svg('title');
    title.textContent = label;
    const reach = Math.min(24, Math.max(6, place(executors + 1, 0).x - x)) / 2;
    group.append(
      title,
      svg('rect', {
        class: 'hit',
        x: x - reach,
        y: TOP - 8,
        width: 2 * reach,
        height: HEIGHT - BOTTOM - TOP + 8,
      }),
      ...(isChosen ? [svg('circle', { class: 'ring', cx: x, cy: y, r: 8 })] : []),
      isBest
        ? svg('path', {
            class: 'mark',
            d: `M${x} ${y - 5.5}L${x + 5.5} ${y}L${x} ${y + 5.5}L${x - 5.5} ${y}Z`,
          })
        : svg('circle', { class: 'mark', cx: x, cy: y, r: 3.2 }),
    );
    if (isBest) group.append(text('best', x, y - 12, 'curve-word'));
    group.addEventListener('click', () => this.#ask(executors));
    return group;
  }

  /** The place of the point that has the focus; -1 where none has. */
  #focused(): number {
    return this.#radios.findIndex((radio) => radio.matches(':focus'));
  }

  #onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const at = this.#focused();
    const next = KEYS[event.key]?.(at, this.#radios.length - 1);
    const isChoice = event.key === 'Enter' || event.key === ' ';
    const executors = this.#chart?.curve[isChoice ? at : (next ?? -1)]?.executors;
    if (next === undefined && !isChoice) return;
    event.preventDefault();
    if (executors === undefined) return;
    if (next !== undefined) this.#radios[next]?.focus();
    this.#ask(executors);
  }
}
