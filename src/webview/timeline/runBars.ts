import { html, setText } from '../kit/dom';
import { toneIcon } from '../kit/toneIcons';
import type { RunPicture, RunRow } from '../protocol/runTimeline';

/** While a run goes on its bars grow this often. */
const TICK_MS = 1_000;

/**
 * The last run of the plan: for each item when it was planned to be worked on, and when it was. The time is one of the
 * whole run, which always fits: places are parts of it, so that growing costs a few numbers and no bar is made anew.
 */
export class RunBars {
  readonly element = html('section', 'run-bars');
  readonly #title = html('p', 'run-title');
  readonly #note = html('p', 'run-note');
  readonly #list = html('ul', 'run-rows');
  readonly #rows = new Map<string, RunRowView>();
  #picture: RunPicture | undefined;
  /** When the picture came, by the clock of the page. */
  #cameAt = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor() {
    this.#title.id = 'run-title';
    this.#title.setAttribute('role', 'status');
    this.#list.setAttribute('aria-labelledby', this.#title.id);
    // where there are many it scrolls, for keys too
    this.#list.tabIndex = 0;
    const head = html('div', 'run-head');
    head.append(this.#title, this.#note);
    this.element.append(head, this.#list);
    this.element.hidden = true;
  }

  show(picture: RunPicture | null): void {
    clearInterval(this.#timer);
    this.element.hidden = picture === null || (picture.isWhole && picture.rows.length === 0);
    if (!picture) return;
    if (picture.isWhole) this.#begin(picture.rows);
    for (const row of picture.rows) this.#rows.get(row.id)?.show(row);
    this.#picture = picture;
    this.#cameAt = performance.now();
    setText(this.#title, picture.headline);
    setText(this.#note, picture.note);
    this.#place();
    if (picture.goesOn) this.#timer = setInterval(() => this.#place(), TICK_MS);
  }

  #begin(rows: readonly RunRow[]): void {
    const known = new Map(this.#rows);
    this.#rows.clear();
    for (const { id } of rows) this.#rows.set(id, known.get(id) ?? createRow());
    this.#list.replaceChildren(...[...this.#rows.values()].map(({ element }) => element));
  }

  #place(): void {
    if (!this.#picture || !this.element.checkVisibility()) return;
    const { elapsed, goesOn, pace } = this.#picture;
    const now = elapsed + (goesOn ? (performance.now() - this.#cameAt) / 1000 : 0);
    const planned =
      pace === null ? 0 : Math.max(0, ...[...this.#rows.values()].map(({ plannedEnd }) => plannedEnd));
    const { style, classList } = this.#list;
    classList.toggle('unplanned', pace === null);
    style.setProperty('--now', String(now));
    style.setProperty('--pace', String(pace ?? 0));
    style.setProperty('--whole', String(Math.max(now, planned * (pace ?? 0), 1)));
  }
}

interface RunRowView {
  readonly element: HTMLElement;
  /** By estimates alone, in seconds of these; 0 where it is not planned. */
  readonly plannedEnd: number;
  show(row: RunRow): void;
}

const createRow = (): RunRowView => {
  const element = html('li', 'run-row');
  const name = html('span', 'run-name');
  const track = html('span', 'run-track');
  const planned = html('span', 'run-planned');
  const real = html('span', 'run-real');
  const words = html('span', 'run-words');
  track.setAttribute('aria-hidden', 'true');
  track.append(planned, real);
  element.append(name, ' ', track, ' ', words);
  let plannedEnd = 0;
  return {
    element,
    get plannedEnd() {
      return plannedEnd;
    },
    show: (row) => {
      plannedEnd = row.planned?.end ?? 0;
      if (row.tone) element.dataset.run = row.tone;
      else delete element.dataset.run;
      const icon = row.tone ? [toneIcon(row.tone)] : [];
      name.replaceChildren(...icon, html('span', 'run-id', row.id), ' ', html('span', '', row.title));
      name.title = `${row.id}  ${row.title}`;
      setText(words, row.words);
      words.title = row.words;
      place(planned, row.planned);
      place(real, row.real);
    },
  };
};

const place = (bar: HTMLElement, span: RunRow['real']): void => {
  bar.hidden = span === null;
  if (!span) return;
  bar.style.setProperty('--start', String(span.start));
  if (span.end === null) bar.style.removeProperty('--end');
  else bar.style.setProperty('--end', String(span.end));
};
