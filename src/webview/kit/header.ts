import type { GraphModel, PageDependency, WayOut } from '../protocol/messages';
import { html, setText } from './dom';
import { Drawer } from './drawer';
import { FRAME, MINUS, PLUS, toolButton } from './toolButton';
import { wordButton } from './wordButton';

export interface HeaderActions {
  zoomIn(): void;
  zoomOut(): void;
  fit(): void;
  frame(): void;
  remove(dependencies: readonly PageDependency[]): void;
}

/** What stands in the header beside title, progress and zoom. */
export interface HeaderParts {
  /** Behind the title, where nothing moves them. */
  readonly tabs: HTMLElement;
  /** Behind the progress, where it is however small the panel is. */
  readonly search: HTMLElement;
  /** Between the search and the zoom buttons. */
  readonly tools: readonly HTMLElement[];
  /** Behind the zoom buttons. */
  readonly more: readonly HTMLElement[];
}

const ZOOM_IN_ON = 'M2 5.5V2h3.5M10.5 2H14v3.5M14 10.5V14h-3.5M5.5 14H2v-3.5M5 6.5h6v3H5z';

/** Title, progress, search, tools and notes above the graph. */
export class Header {
  readonly element = html('header', '');
  readonly #name = html('h1', 'name');
  readonly #bar = html('div', 'bar');
  readonly #done = html('div', 'done');
  readonly #progress = html('span', 'progress');
  readonly #percent = html('span', 'percent');
  readonly #notes = html('div', 'notes graph-only');
  readonly #waysOut = html('div', 'ways-out graph-only');
  readonly #remove: HeaderActions['remove'];
  #waysShown = '';
  #model: GraphModel | undefined;
  #runs: { readonly ready: number; readonly words: string } | undefined;

  constructor(actions: HeaderActions, { tabs, search, tools, more }: HeaderParts) {
    this.#remove = actions.remove;
    this.#waysOut.setAttribute('role', 'group');
    this.#waysOut.setAttribute('aria-label', 'Ways out of the cycles');
    this.#progress.setAttribute('role', 'status');
    this.#percent.setAttribute('aria-hidden', 'true');
    this.#bar.setAttribute('aria-hidden', 'true');
    this.#bar.append(this.#done);
    this.#waysOut.hidden = true;
    const zoom = html('div', 'tools zoom graph-only');
    zoom.setAttribute('role', 'toolbar');
    zoom.setAttribute('aria-label', 'Zoom');
    zoom.append(
      toolButton('Zoom out (-)', MINUS, actions.zoomOut),
      this.#percent,
      toolButton('Zoom in (+)', PLUS, actions.zoomIn),
      toolButton('Fit the graph (0)', FRAME, actions.fit),
      toolButton('Zoom to the selection and back (z)', ZOOM_IN_ON, actions.frame),
      ...more,
    );
    const titles = html('div', 'titles');
    titles.append(this.#name, tabs, this.#bar, this.#progress);
    const drawer = new Drawer([...tools, zoom, this.#waysOut]);
    this.element.append(titles, search, drawer.button, drawer.element, this.#notes);
  }

  show(model: GraphModel): void {
    const { name, complete, total, notes, waysOut } = model;
    this.#model = model;
    setText(this.#name, name);
    this.#showProgress();
    this.#done.style.width = total === 0 ? '0' : `${(100 * complete) / total}%`;
    this.#bar.hidden = total === 0;
    const current = [...this.#notes.children].map(({ textContent }) => textContent);
    if (JSON.stringify(current) !== JSON.stringify(notes)) {
      this.#notes.replaceChildren(...notes.map((note) => html('p', 'note', note)));
      this.#notes.title = notes.join('\n');
    }
    this.#showWaysOut(waysOut);
  }

  /** What runs have of it changes the count of what is ready. */
  mark(runs: { readonly ready: number; readonly words: string }): void {
    this.#runs = runs.words === '' ? undefined : runs;
    this.#showProgress();
  }

  #showProgress(): void {
    if (!this.#model) return;
    const { complete, total } = this.#model;
    const { ready, words } = this.#runs ?? { ready: this.#model.ready, words: '' };
    const parts = [`${complete} of ${total} complete`, words, ready > 0 ? `${ready} ready` : ''];
    setText(this.#progress, parts.filter((each) => each !== '').join(', '));
  }

  #showWaysOut(ways: readonly WayOut[]): void {
    const content = JSON.stringify(ways);
    if (content === this.#waysShown) return;
    this.#waysShown = content;
    this.#waysOut.hidden = ways.length === 0;
    this.#waysOut.replaceChildren(
      ...ways.map(({ words, dependencies }) => wordButton(words, () => this.#remove(dependencies))),
    );
  }

  showScale(scale: number): void {
    setText(this.#percent, `${Math.round(scale * 100)}%`);
  }
}
