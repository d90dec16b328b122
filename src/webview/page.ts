import { html } from './dom';
import { GraphView } from './graphView';
import { Header } from './header';
import { Legend } from './legend';
import type { GraphModel, HostMessage, Layout, PageMessage } from './messages';
import type { PageStore } from './pageStore';
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
  readonly #legend = new Legend();
  readonly #notice = html('p', 'notice graph-only', 'Laying out the graph\u2026');

  constructor(body: HTMLElement, host: PageHost) {
    this.#host = host;
    this.#graph = new GraphView({
      ...host,
      post: host.post,
      scaled: (scale) => this.#header.showScale(scale),
    });
    const { viewport, minimap, tools, editing } = this.#graph;
    this.#tabbed = new Tabbed(host, viewport.element);
    this.#header = new Header(
      {
        zoomIn: () => viewport.zoomIn(),
        zoomOut: () => viewport.zoomOut(),
        fit: () => viewport.fit(),
        frame: () => this.#graph.frame(),
        remove: (dependencies) => this.#graph.remove(dependencies),
      },
      { tabs: this.#tabbed.list, tools, more: [minimap.button] },
    );
    const main = html('main', '');
    this.#notice.setAttribute('role', 'status');
    main.append(viewport.element, editing.element, this.#notice, this.#tabbed.panel);
    body.append(this.#header.element, main, this.#legend.element);
    body.classList.add('empty');
  }

  /** The page can talk to the editor now. */
  start(): void {
    this.#host.post({ type: 'ready', arrangement: this.#host.store.arrangement });
    this.#tabbed.start();
  }

  receive(message: HostMessage): void {
    if (message.type === 'notice') this.#notify(message.text);
    else if (message.type === 'graph') this.#show(message.model, message.layout);
    else if (message.type === 'timeline' || message.type === 'tab') this.#tabbed.receive(message);
    else this.#graph.receive(message);
  }

  #notify(text: string): void {
    this.#notice.textContent = text;
    document.body.classList.add('empty');
  }

  #show(model: GraphModel, layout: Layout | null): void {
    this.#header.show(model);
    this.#legend.show(model);
    this.#tabbed.show(model);
    this.#graph.show(model, layout);
    if (model.nodes.length === 0) this.#notify('No achievements to draw.');
    document.body.classList.toggle('empty', model.nodes.length === 0);
  }
}
