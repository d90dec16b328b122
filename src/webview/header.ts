import { html, setText } from './dom';
import type { GraphModel } from './messages';
import { FRAME, MINUS, PLUS, toolButton } from './toolButton';

export interface HeaderActions {
  zoomIn(): void;
  zoomOut(): void;
  fit(): void;
}

/** Title, progress, notes and zoom buttons above the graph. */
export class Header {
  readonly element = html('header', '');
  readonly #name = html('h1', 'name');
  readonly #bar = html('div', 'bar');
  readonly #done = html('div', 'done');
  readonly #progress = html('span', 'progress');
  readonly #percent = html('span', 'percent');
  readonly #notes = html('div', 'notes graph-only');

  /** `tabs` stand behind the title, where nothing moves them, `tools` between the progress and the zoom buttons. */
  constructor(actions: HeaderActions, tabs: HTMLElement, tools: HTMLElement) {
    this.#progress.setAttribute('role', 'status');
    this.#percent.setAttribute('aria-hidden', 'true');
    this.#bar.setAttribute('aria-hidden', 'true');
    this.#bar.append(this.#done);
    const zoom = html('div', 'tools graph-only');
    zoom.setAttribute('role', 'toolbar');
    zoom.setAttribute('aria-label', 'Zoom');
    zoom.append(
      toolButton('Zoom out (-)', MINUS, actions.zoomOut),
      this.#percent,
      toolButton('Zoom in (+)', PLUS, actions.zoomIn),
      toolButton('Fit the graph (0)', FRAME, actions.fit),
    );
    const titles = html('div', 'titles');
    titles.append(this.#name, tabs, this.#bar, this.#progress);
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
