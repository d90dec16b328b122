import { html } from './dom';
import { Header } from './header';
import { Lanes } from './lanes';
import { Legend } from './legend';
import type { GraphModel, HostMessage, Layout, PageMessage, View } from './messages';
import { Scene } from './scene';
import { Spotlight } from './spotlight';
import { Tabbed, type TabbedHost } from './tabbed';
import { Viewport } from './viewport';
import { type Step, type Walk, walkOf } from './walk';

/** Smaller than this a card shows its id only, in large letters. */
const FAR = 0.45;

const STEPS: Readonly<Record<string, Step>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'first',
  End: 'last',
};

export interface PageHost extends TabbedHost {
  post(message: PageMessage): void;
  /** Remembers the view for a plan across reloads. */
  remember(planUri: string, view: View): void;
  /** The view remembered for a plan. */
  recall(planUri: string): View | undefined;
}

/** The whole page: header, graph, legend, and the keys and clicks between them. */
export class Page {
  readonly #host: PageHost;
  readonly #tabbed: Tabbed;
  readonly #scene = new Scene();
  readonly #lanes = new Lanes();
  readonly #legend = new Legend();
  readonly #viewport = new Viewport((view) => this.#draw(view));
  readonly #spotlight = new Spotlight(this.#scene, {
    current: () => this.#current,
    reveal: (id) => {
      this.#setCurrent(id);
      this.#reveal(id);
    },
    enterGraph: () => this.#focus(this.#current),
  });
  readonly #header: Header;
  readonly #notice = html('p', 'notice graph-only', 'Laying out the graph\u2026');
  #model: GraphModel | undefined;
  #layout: Layout | undefined;
  #walk: Walk | undefined;
  /** The one card that Tab reaches. */
  #current: string | undefined;

  constructor(body: HTMLElement, host: PageHost) {
    this.#host = host;
    this.#tabbed = new Tabbed(host, this.#viewport.element);
    this.#header = new Header(
      {
        zoomIn: () => this.#viewport.zoomIn(),
        zoomOut: () => this.#viewport.zoomOut(),
        fit: () => this.#viewport.fit(),
      },
      this.#tabbed.list,
      this.#spotlight.element,
    );
    const main = html('main', '');
    this.#notice.setAttribute('role', 'status');
    const tree = this.#scene.element;
    tree.setAttribute('aria-describedby', 'help');
    tree.addEventListener('keydown', (event) => this.#onKey(event));
    tree.addEventListener('focusin', (event) => this.#onFocus(idAt(event)));
    tree.addEventListener('focusout', () => this.#scene.light(undefined));
    tree.addEventListener('pointerover', (event) => this.#scene.light(idAt(event) ?? this.#focused()));
    tree.addEventListener('pointerleave', () => this.#scene.light(this.#focused()));
    tree.addEventListener('click', (event) => this.#open(idAt(event)));
    const stage = html('div', 'stage');
    stage.append(tree);
    this.#viewport.element.append(this.#lanes.element, stage);
    main.append(this.#viewport.element, this.#notice, this.#tabbed.panel);
    body.append(this.#header.element, main, this.#legend.element);
    body.classList.add('empty');
  }

  /** The page can talk to the editor now. */
  start(): void {
    this.#tabbed.start();
  }

  receive(message: HostMessage): void {
    if (message.type === 'notice') this.#notify(message.text);
    else if (message.type !== 'graph') this.#tabbed.receive(message);
    else this.#show(message.model, message.layout ?? this.#layout);
  }

  #notify(text: string): void {
    this.#notice.textContent = text;
    document.body.classList.add('empty');
  }

  #show(model: GraphModel, layout: Layout | undefined): void {
    if (!layout) return;
    const isOtherPlan = this.#model?.planUri !== model.planUri;
    const isMoved = layout !== this.#layout;
    const hadFocus = this.#focused() !== undefined;
    this.#model = model;
    this.#layout = layout;
    this.#header.show(model);
    this.#legend.show(model);
    this.#lanes.show(model, layout);
    this.#scene.show(model, layout);
    this.#spotlight.show(model);
    if (model.nodes.length === 0) this.#notify('No achievements to draw.');
    document.body.classList.toggle('empty', model.nodes.length === 0);
    if (!isMoved) return;
    this.#walk = walkOf(model, layout);
    this.#viewport.setGraph(layout);
    const remembered = isOtherPlan ? this.#host.recall(model.planUri) : undefined;
    if (remembered) this.#viewport.restore(remembered);
    const still = this.#current !== undefined && this.#scene.card(this.#current) ? this.#current : undefined;
    this.#setCurrent(still ?? this.#walk.first);
    if (hadFocus) this.#focus(this.#current);
  }

  #draw(view: View): void {
    const tree = this.#scene.element;
    tree.style.transform = `translate(${view.x}px, ${view.y}px) scale(${view.scale})`;
    tree.classList.toggle('far', view.scale < FAR);
    this.#lanes.follow(view);
    this.#header.showScale(view.scale);
    if (this.#model) this.#host.remember(this.#model.planUri, view);
  }

  #onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = STEPS[event.key];
    if (step && this.#current !== undefined) this.#focus(this.#walk?.from(this.#current, step));
    else if (event.key === 'Enter' || event.key === ' ') this.#open(this.#current);
    else if (event.key === '+' || event.key === '=') this.#viewport.zoomIn();
    else if (event.key === '-') this.#viewport.zoomOut();
    else if (event.key === '0') this.#viewport.fit();
    else return;
    event.preventDefault();
  }

  #onFocus(id: string | undefined): void {
    if (id === undefined) return;
    this.#setCurrent(id);
    this.#scene.light(id);
    // a card that moves under the pressed pointer could not be clicked
    const isByKey = this.#scene.card(id)?.matches(':focus-visible') ?? false;
    if (isByKey) this.#reveal(id);
  }

  #reveal(id: string): void {
    const rectangle = this.#scene.rectangleOf(id);
    if (rectangle) this.#viewport.reveal(rectangle);
  }

  #focus(id: string | undefined): void {
    if (id !== undefined) this.#scene.card(id)?.focus({ preventScroll: true });
  }

  #setCurrent(id: string | undefined): void {
    if (this.#current !== undefined) this.#scene.card(this.#current)?.setAttribute('tabindex', '-1');
    this.#current = id;
    if (id !== undefined) this.#scene.card(id)?.setAttribute('tabindex', '0');
  }

  #open(id: string | undefined): void {
    const node = this.#model?.nodes.find((each) => each.id === id);
    if (node) this.#host.post({ type: 'open', id: node.opens });
  }

  #focused(): string | undefined {
    const { activeElement } = document;
    return activeElement instanceof HTMLElement ? activeElement.dataset.id : undefined;
  }
}

const idAt = ({ target }: Event): string | undefined => {
  const card = target instanceof Element ? target.closest('.card') : null;
  return card instanceof HTMLElement ? card.dataset.id : undefined;
};
