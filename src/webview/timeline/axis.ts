import { html } from '../kit/dom';
import { ticksOf } from './timeScale';

/** A tick this near to the end, in pixels, would be written over it. */
const END_GAP = 44;

/** What part of the time is drawn how: pixels per hour, where hour 0 is, and the hours in view. */
export interface TimeView {
  readonly scale: number;
  readonly origin: number;
  readonly from: number;
  readonly to: number;
  readonly makespan: number;
}

/** The hours above the rows, with a line down from each, and the end of the schedule. */
export class Axis {
  readonly element = html('div', 'time-axis');
  readonly lines = html('div', 'time-lines');
  #drawn = '';

  constructor() {
    this.element.setAttribute('aria-hidden', 'true');
    this.lines.setAttribute('aria-hidden', 'true');
  }

  draw({ scale, origin, from, to, makespan }: TimeView): void {
    const end = makespan * scale;
    const hours = ticksOf(scale, from, Math.min(to, makespan)).filter((hour) => end - hour * scale > END_GAP);
    const drawn = `${scale} ${origin} ${makespan} ${hours.join()}`;
    if (drawn === this.#drawn) return;
    this.#drawn = drawn;
    const at = <E extends HTMLElement>(element: E, hour: number): E => {
      element.style.translate = `${origin + hour * scale}px 0`;
      return element;
    };
    this.element.replaceChildren(
      html('span', 'time-caption', 'From now'),
      ...hours.map((hour) => at(html('span', 'tick', figure(hour)), hour)),
      at(html('span', 'tick end', figure(makespan)), makespan),
    );
    this.lines.replaceChildren(
      ...hours.map((hour) => at(html('div', 'time-line'), hour)),
      at(html('div', 'time-line end'), makespan),
    );
  }
}

const figure = (hours: number): string => `${Math.round(hours * 100) / 100} h`;
