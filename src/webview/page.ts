import { GraphView } from './graph/graphView';
import { html } from './kit/dom';
import { FocusKeeper } from './kit/focusKeeper';
import { Header } from './kit/header';
import { HelpSheet } from './kit/helpSheet';
import { Legend } from './kit/legend';
import type { PageStore } from './kit/pageStore';
import { isTyping } from './kit/typing';
import type { GraphModel, HostMessage, Layout, PageMessage } from './protocol/messages';
import type { RunMarksMessage, Tone } from './protocol/runMessages';
import { Tabbed } from './tabbed';

export interface PageHost {
  post(message: PageMessage): void;
  readonly store: PageStore;
}

/** The whole page: header, graph and legend. */
export class Page {
  readonly #host: PageHost;
  readonly #tabbed: Tabbed;
  readonly #graph: GraphView;
  readonly #header: Header;
  #model: GraphModel | undefined;
  /** What runs say of the cards. */
  #tones: ReadonlySet<Tone> = new Set();
  readonly #sheet = new HelpSheet();
  readonly #legend = new Legend(() => this.#sheet.open());
  readonly #notice = html('p', 'notice graph-only', 'Laying out the graph\u2026');

  readonly #keeper = new FocusKeeper(() => this.#goHome());

  constructor(body: HTMLElement, host: PageHost) {
    this.#host = host;
    this.#graph = new GraphView({
      ...host,
      post: host.post,
      scaled: (scale) => this.#header.showScale(scale),
    });
    const { viewport, minimap, spotlight, tools, editing } = this.#graph;
    this.#tabbed = new Tabbed(
      { ...host, post: host.post, help: () => this.#sheet.open(), goHome: () => this.#goHome() },
      viewport.element,
    );
    this.#header = new Header(
      {
        zoomIn: () => viewport.zoomIn(),
        zoomOut: () => viewport.zoomOut(),
        fit: () => viewport.fit(),
        frame: () => this.#graph.frame(),
        remove: (dependencies) => this.#graph.remove(dependencies),
      },
      { tabs: this.#tabbed.list, search: spotlight.search, tools, more: [minimap.button] },
    );
    const main = html('main', '');
    this.#notice.setAttribute('role', 'status');
    main.append(viewport.element, editing.element, this.#notice, this.#tabbed.panel);
    this.#notice.tabIndex = -1;
    // Tab comes to the achievements first, though the header is drawn above them
    body.append(main, this.#header.element, this.#legend.element, this.#sheet.element);
    viewport.element.addEventListener('pointerdown', () => this.#keeper.forget());
    body.classList.add('empty');
    document.addEventListener('keydown', (event) => this.#onKey(event));
  }

  /** The page can talk to the editor now. */
  start(): void {
    this.#host.post({ type: 'ready', arrangement: this.#host.store.arrangement });
    this.#tabbed.start();
    this.#keeper.check();
  }

  receive(message: HostMessage): void {
    if (message.type === 'notice') this.#notify(message.text);
    else if (message.type === 'graph') this.#show(message.model, message.layout);
    else if (message.type === 'runs') this.#mark(message);
    else if (message.type === 'runTimeline') this.#tabbed.showRun(message.picture);
    else if (message.type === 'timeline' || message.type === 'tab') this.#tabbed.receive(message);
    else this.#graph.receive(message);
    this.#keeper.check();
  }

  /** Where the focus belongs: the current card or bar, else what is said instead of them. */
  #goHome(): void {
    if (!this.#graph.takeFocus() && !this.#tabbed.takeFocus()) this.#notice.focus();
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key !== '?' || isTyping(event) || document.body.classList.contains('empty')) return;
    event.preventDefault();
    this.#sheet.open();
  }

  #notify(text: string): void {
    this.#notice.textContent = text;
    document.body.classList.add('empty');
  }

  #mark(message: RunMarksMessage): void {
    this.#tones = this.#graph.mark(message);
    this.#header.mark(message);
    if (this.#model) this.#explain(this.#model);
  }

  #explain(model: GraphModel): void {
    this.#legend.show(model, this.#tones);
    this.#sheet.show(model, this.#tones);
  }

  #show(model: GraphModel, layout: Layout | null): void {
    this.#header.show(model);
    this.#model = model;
    this.#explain(model);
    this.#tabbed.show(model);
    this.#graph.show(model, layout);
    if (model.nodes.length === 0) this.#notify('No achievements to draw.');
    document.body.classList.toggle('empty', model.nodes.length === 0);
  }
}
