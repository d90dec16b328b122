import { html, setText } from '../kit/dom';
import { FRAME, MINUS, PLUS, toolButton } from '../kit/toolButton';
import type { RunPicture } from '../protocol/runTimeline';
import type { TimelineChart, TimelineModel } from '../protocol/timelineMessages';
import { Curve } from './curve';
import { ExecutorsField } from './executorsField';
import { Gantt } from './gantt';
import { RunBars } from './runBars';
import { TimelineLegend } from './timelineLegend';

export interface TimelineActions {
  /** Asks for a number of executors; null for the best one. */
  ask(executors: number | null): void;
  /** Shows where an achievement is defined. */
  open(id: string): void;
  /** Shows all keys. */
  help(): void;
}

/** The schedule of a plan: who does what when, how long that takes, and what other numbers of executors would do. */
export class Timeline {
  readonly element = html('section', 'timeline');
  readonly #notes = html('div', 'notes');
  readonly #body = html('div', 'timeline-body');
  readonly #headline = html('p', 'headline');
  readonly #facts = html('ul', 'facts');
  readonly #instead = html('p', 'timeline-instead');
  readonly #field: ExecutorsField;
  readonly #curve: Curve;
  readonly #gantt: Gantt;
  readonly #legend: TimelineLegend;
  readonly #run = new RunBars();

  constructor({ ask, open, help }: TimelineActions) {
    this.#field = new ExecutorsField(ask);
    this.#curve = new Curve(ask);
    this.#gantt = new Gantt(open);
    this.#legend = new TimelineLegend(help);
    this.#headline.setAttribute('role', 'status');
    this.#instead.setAttribute('role', 'status');
    this.#instead.textContent = 'Making the schedule\u2026';
    const bar = html('div', 'timeline-bar');
    bar.append(this.#field.element, this.#headline, this.#zoom());
    const side = html('div', 'timeline-side');
    side.append(this.#curve.element, this.#facts);
    const columns = html('div', 'timeline-columns');
    columns.append(this.#gantt.element, side);
    // Tab comes to the bars first, though what changes them is drawn above
    this.#body.append(columns, bar, this.#legend.element);
    this.#body.hidden = true;
    this.element.append(this.#notes, this.#run.element, this.#body, this.#instead);
  }

  show({ planUri, instead, notes, chart }: TimelineModel): void {
    this.#notes.replaceChildren(...notes.map((note) => html('p', 'note', note)));
    this.#body.hidden = chart === null;
    this.#instead.hidden = chart !== null;
    if (chart) this.#showChart(chart, planUri);
    else setText(this.#instead, instead ?? '');
  }

  showRun(picture: RunPicture | null): void {
    this.#run.show(picture);
  }

  /** Gives the focus to the current bar; whether there is one. */
  takeFocus(): boolean {
    return !this.#body.hidden && this.#gantt.takeFocus();
  }

  #showChart(chart: TimelineChart, planUri: string): void {
    this.#field.show(chart);
    setText(this.#headline, chart.headline);
    this.#facts.replaceChildren(
      ...chart.facts.map((fact) => {
        const item = html('li', '', fact);
        item.title = fact;
        return item;
      }),
    );
    this.#curve.show(chart);
    this.#legend.show(chart);
    this.#gantt.show(chart, planUri);
  }

  #zoom(): HTMLElement {
    const zoom = html('div', 'tools');
    zoom.setAttribute('role', 'toolbar');
    zoom.setAttribute('aria-label', 'Zoom the timeline');
    zoom.append(
      toolButton('Zoom out (-)', MINUS, () => this.#gantt.zoomOut()),
      toolButton('Zoom in (+)', PLUS, () => this.#gantt.zoomIn()),
      toolButton('Fit the timeline (0)', FRAME, () => this.#gantt.whole()),
    );
    return zoom;
  }
}
