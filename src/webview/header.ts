import { html, setText } from './dom';
import type { GraphModel } from './messages';
import { toolButton } from './toolButton';

export interface HeaderActions {
  zoomIn(): void;
  zoomOut(): void;
  fit(): void;
  frame(): void;
}

const ZOOM_IN_ON = 'M2 5.5V2h3.5M10.5 2H14v3.5M14 10.5V14h-3.5M5.5 14H2v-3.5M5 6.5h6v3H5z';

/** Title, progress, notes and zoom buttons above the graph. */
export class Header {
  readonly element = html('header', '');
  readonly #name = html('h1', 'name');
  readonly #bar = html('div', 'bar');
  readonly #done = html('div', 'done');
  readonly #progress = html('span', 'progress');
  readonly #percent = html('span', 'percent');
  readonly #notes = html('div', 'notes');

  /** `tools` stand between the progress and the zoom buttons, `more` behind these. */
  constructor(actions: HeaderActions, tools: HTMLElement, more: readonly HTMLElement[]) {
    this.#progress.setAttribute('role', 'status');
    this.#percent.setAttribute('aria-hidden', 'true');
    this.#bar.setAttribute('aria-hidden', 'true');
    this.#bar.append(this.#done);
    const zoom = html('div', 'tools');
    zoom.setAttribute('role', 'toolbar');
    zoom.setAttribute('aria-label', 'Zoom');
    zoom.append(
      toolButton('Zoom out (-)', 'M3 8h10', actions.zoomOut),
      this.#percent,
      toolButton('Zoom in (+)', 'M3 8h10M8 3v10', actions.zoomIn),
      toolButton('Fit the graph (0)', 'M2 6V2h4M10 2h4v4M14 10v4h-4M6 14H2v-4', actions.fit),
      toolButton('Zoom to the selection and back (z)', ZOOM_IN_ON, actions.frame),
      ...more,
    );
    const titles = html('div', 'titles');
    titles.append(this.#name, this.#bar, this.#progress);
    this.element.append(titles, tools, zoom, this.#notes);
  }

  show({ name, complete, total, ready, notes }: GraphModel): void {
    setText(this.#name, name);
    setText(this.#progress, `${complete} of ${total} complete${ready > 0 ? `, ${ready} ready` : ''}`);
    this.#done.style.width = total === 0 ? '0' : `${(100 * complete) / total}%`;
    this.#bar.hidden = total === 0;
    const current = [...this.#notes.children].map(({ textContent }) => textContent);
    if (JSON.stringify(current) !== JSON.stringify(notes)) {
      this.#notes.replaceChildren(...notes.map((note) => html('p', 'note', note)));
    }
  }

  showScale(scale: number): void {
    setText(this.#percent, `${Math.round(scale * 100)}%`);
  }
}
