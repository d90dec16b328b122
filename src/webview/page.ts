import { detailAt } from './detail';
import { html } from './dom';
import { Header } from './header';
import { Lanes } from './lanes';
import { Legend } from './legend';
import type { GraphModel, HostMessage, Layout, PageMessage, PageState, View } from './messages';
import { Minimap } from './minimap';
import { moveCalmly } from './motion';
import { Plane } from './plane';
import { besides } from './relatives';
import { Scene } from './scene';
import { Spotlight } from './spotlight';
import { around, type Size, seen } from './viewMath';
import { Viewport } from './viewport';
import { type Step, type Walk, walkOf } from './walk';

const STEPS: Readonly<Record<string, Step>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'first',
  End: 'last',
};

export interface PageHost {
  post(message: PageMessage): void;
  /** Remembers how a plan was looked at, across reloads. */
  remember(state: PageState): void;
  /** How a plan was looked at last. */
  recall(planUri: string): PageState | undefined;
}

/** The whole page: header, graph, legend, and the keys and clicks between them. */
export class Page {
  readonly #host: PageHost;
  readonly #scene = new Scene();
  readonly #plane = new Plane(this.#scene.element, () => this.#viewport.redraw());
  readonly #lanes = new Lanes();
  readonly #legend = new Legend();
  readonly #viewport = new Viewport((view, window) => this.#draw(view, window));
  readonly #spotlight = new Spotlight(this.#scene, {
    current: () => this.#current,
    reveal: (id) => {
      this.#setCurrent(id);
      this.#reveal(id);
    },
    enterGraph: () => this.#focus(this.#current),
  });
  readonly #minimap = new Minimap({
    centre: (point) => this.#viewport.centre(point),
    toggled: () => this.#viewport.redraw(),
  });
  readonly #header = new Header(
    {
      zoomIn: () => this.#viewport.zoomIn(),
      zoomOut: () => this.#viewport.zoomOut(),
      fit: () => this.#viewport.fit(),
      frame: () => this.#frame(),
    },
    this.#spotlight.element,
    [this.#minimap.button],
  );
  readonly #notice = html('p', 'notice', 'Laying out the graph\u2026');
  #model: GraphModel | undefined;
  #layout: Layout | undefined;
  #walk: Walk | undefined;
  /** The one card that Tab reaches. */
  #current: string | undefined;

  constructor(body: HTMLElement, host: PageHost) {
    this.#host = host;
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
    stage.append(this.#plane.element);
    this.#viewport.element.append(this.#lanes.element, stage, this.#minimap.element);
    main.append(this.#viewport.element, this.#notice);
    body.append(this.#header.element, main, this.#legend.element);
    body.classList.add('empty');
  }

  receive(message: HostMessage): void {
    if (message.type === 'notice') this.#notify(message.text);
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
    const before = { places: new Map(this.#scene.places()), seen: this.#viewport.seen() };
    this.#model = model;
    this.#layout = layout;
    this.#header.show(model);
    this.#legend.show(model);
    this.#lanes.show(model, layout);
    this.#scene.show(model, layout);
    this.#minimap.show(model, layout);
    this.#spotlight.show(model);
    if (model.nodes.length === 0) this.#notify('No achievements to draw.');
    document.body.classList.toggle('empty', model.nodes.length === 0);
    if (!isMoved) return;
    this.#walk = walkOf(model, layout);
    this.#viewport.setGraph(layout);
    const remembered = isOtherPlan ? this.#host.recall(model.planUri) : undefined;
    if (remembered) this.#minimap.isWanted = remembered.minimap;
    if (remembered?.view) this.#viewport.restore(remembered.view);
    if (!isOtherPlan) moveCalmly(this.#scene, before, layout, this.#viewport.seen());
    const still = this.#current !== undefined && this.#scene.card(this.#current) ? this.#current : undefined;
    this.#setCurrent(still ?? this.#walk.first);
    if (hadFocus) this.#focus(this.#current);
  }

  #draw(view: View, window: Size): void {
    this.#plane.show(view);
    if (!this.#plane.isPicture) this.#scene.look(seen(view, window), detailAt(view.scale));
    this.#lanes.follow(view, window);
    this.#minimap.follow(view, window);
    this.#header.showScale(view.scale);
    if (!this.#model) return;
    this.#host.remember({ planUri: this.#model.planUri, view, minimap: this.#minimap.isWanted });
  }

  #onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = STEPS[event.key];
    if (step && this.#current !== undefined) this.#focus(this.#walk?.from(this.#current, step));
    else if (event.key === 'Enter' || event.key === ' ') this.#open(this.#current);
    else if (event.key === '+' || event.key === '=') this.#viewport.zoomIn();
    else if (event.key === '-') this.#viewport.zoomOut();
    else if (event.key === '0') this.#viewport.fit();
    else if (event.key === 'z') this.#frame();
    else if (event.key === 'm') this.#minimap.toggle();
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
    if (rectangle) this.#viewport.reveal(rectangle, this.#minimap.size);
  }

  /** Zooms in on what is brought out, else on the current card with its neighbours. */
  #frame(): void {
    const { broughtOut } = this.#spotlight;
    const ids = broughtOut.length > 0 ? broughtOut : besides(this.#model?.edges ?? [], this.#current);
    const part = around(ids.flatMap((id) => this.#scene.rectangleOf(id) ?? []));
    if (part) this.#viewport.frame(part);
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
