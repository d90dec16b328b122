import { Arrange } from './arrange';
import { html } from './dom';
import { Editing } from './editing';
import { Header } from './header';
import { Lanes } from './lanes';
import { Legend } from './legend';
import type { Arrangement, GraphModel, HostMessage, Layout, PageMessage, View } from './messages';
import { Scene } from './scene';
import { Spotlight } from './spotlight';
import { Strips } from './strips';
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

export interface PageHost {
  post(message: PageMessage): void;
  /** Remembers the view of a plan and how it is arranged across reloads. */
  remember(planUri: string, view: View, arrangement: Arrangement): void;
  /** The view remembered for a plan. */
  recall(planUri: string): View | undefined;
}

/** The whole page: header, graph, legend, and the keys and clicks between them. */
export class Page {
  readonly #host: PageHost;
  readonly #scene = new Scene();
  readonly #lanes = new Lanes((title) => this.#arrange.turn(title));
  readonly #strips = new Strips();
  readonly #legend = new Legend();
  readonly #viewport = new Viewport((view) => this.#draw(view));
  readonly #spotlight = new Spotlight(this.#scene, {
    current: () => this.#current,
    reveal: (id) => {
      this.#choose(id);
      this.#reveal(id);
    },
    enterGraph: () => this.#focus(this.#current),
  });
  readonly #arrange = new Arrange({
    arrange: (arrangement) => this.#host.post({ type: 'arrange', arrangement }),
    remove: (dependencies) => this.#editing.remove(dependencies),
  });
  readonly #header = new Header(
    {
      zoomIn: () => this.#viewport.zoomIn(),
      zoomOut: () => this.#viewport.zoomOut(),
      fit: () => this.#viewport.fit(),
      remove: (dependencies) => this.#editing.remove(dependencies),
    },
    this.#spotlight.element,
    this.#arrange.element,
  );
  readonly #stage = html('div', 'stage');
  readonly #editing = new Editing(this.#stage, this.#scene, {
    post: (message) => this.#host.post(message),
    focus: (id) => this.#focus(id),
  });
  readonly #notice = html('p', 'notice', 'Laying out the graph\u2026');
  #model: GraphModel | undefined;
  #layout: Layout | undefined;
  #walk: Walk | undefined;
  #view: View | undefined;
  /** Title of the column of every node that is or was shown. */
  readonly #columnOf = new Map<string, string>();
  /** The one card that Tab reaches. */
  #current: string | undefined;
  /** What is selected here, in the tree and in the text editor. */
  #selected: string | null = null;
  /** The card that has the focus when the page gets it back, though another one was selected meanwhile. */
  #left: string | undefined;

  constructor(body: HTMLElement, host: PageHost) {
    this.#host = host;
    const main = html('main', '');
    this.#notice.setAttribute('role', 'status');
    const tree = this.#scene.element;
    tree.setAttribute('aria-describedby', 'help');
    tree.addEventListener('keydown', (event) => this.#onKey(event));
    tree.addEventListener('focusin', (event) => this.#onFocus(idAt(event)));
    tree.addEventListener('focusout', () => this.#scene.light(undefined));
    tree.addEventListener('pointerover', (event) => {
      this.#scene.light(idAt(event) ?? this.#focused());
      this.#hover(idAt(event));
    });
    tree.addEventListener('pointerleave', () => this.#scene.light(this.#focused()));
    this.#stage.addEventListener('click', (event) => this.#onClick(event));
    this.#stage.prepend(this.#strips.element, tree, this.#strips.titles);
    this.#viewport.element.append(this.#lanes.element, this.#stage);
    main.append(this.#viewport.element, this.#editing.element, this.#notice);
    body.append(this.#header.element, main, this.#legend.element);
    body.classList.add('empty');
  }

  receive(message: HostMessage): void {
    if (message.type === 'notice') this.#notify(message.text);
    else if (message.type === 'graph') this.#show(message.model, message.layout ?? this.#layout);
    else if (message.type === 'select') this.#follow(message.id);
    else this.#editing.receive(message);
  }

  get arrangement(): Arrangement {
    return this.#arrange.arrangement;
  }

  /** Takes up how a plan was arranged before a reload. */
  restore(arrangement: Arrangement): void {
    this.#arrange.restore(arrangement);
  }

  #notify(text: string): void {
    this.#notice.textContent = text;
    document.body.classList.add('empty');
  }

  #show(model: GraphModel, layout: Layout | undefined): void {
    if (!layout) return;
    const isOtherPlan = this.#model?.planUri !== model.planUri;
    const isMoved = layout !== this.#layout;
    const hadFocus = document.hasFocus() && this.#focused() !== undefined;
    this.#model = model;
    this.#layout = layout;
    this.#header.show(model);
    this.#legend.show(model);
    this.#lanes.show(model, layout);
    this.#strips.show(model, layout);
    this.#scene.show(model, layout);
    this.#spotlight.show(model);
    this.#arrange.show(model);
    this.#editing.show(model, layout);
    if (this.#view) this.#host.remember(model.planUri, this.#view, this.arrangement);
    if (model.nodes.length === 0) this.#notify('No achievements to draw.');
    document.body.classList.toggle('empty', model.nodes.length === 0);
    if (!isMoved) return;
    for (const { title, nodes } of model.bands) for (const id of nodes) this.#columnOf.set(id, title);
    this.#walk = walkOf(model, layout);
    this.#viewport.setGraph(layout);
    const remembered = isOtherPlan ? this.#host.recall(model.planUri) : undefined;
    if (remembered) this.#viewport.restore(remembered);
    this.#setCurrent(this.#successor(model) ?? this.#walk.first);
    if (hadFocus) this.#focus(this.#current);
    if (isOtherPlan) this.#follow(this.#selected);
    else this.#scene.select(this.#selected);
  }

  /** The current node, or what stands in its place: the box of its column, or the first of what was a box. */
  #successor({ bands }: GraphModel): string | undefined {
    const current = this.#current;
    if (current === undefined || this.#scene.card(current)) return current;
    return bands.find(({ title }) => title === this.#columnOf.get(current))?.nodes[0];
  }

  #draw(view: View): void {
    this.#view = view;
    const tree = this.#scene.element;
    const transform = `translate(${view.x}px, ${view.y}px) scale(${view.scale})`;
    tree.style.transform = transform;
    this.#editing.follow(view, transform);
    tree.classList.toggle('far', view.scale < FAR);
    this.#lanes.follow(view);
    this.#strips.follow(view);
    this.#header.showScale(view.scale);
    if (this.#model) this.#host.remember(this.#model.planUri, view, this.arrangement);
  }

  #hover(id: string | undefined): void {
    if (id !== undefined) this.#editing.hover(id);
  }

  #onClick(event: MouseEvent): void {
    const id = idAt(event);
    if (id === undefined) this.#editing.clickAt(event);
    else this.#enter(id);
  }

  #onKey(event: KeyboardEvent): void {
    const isUndo = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z' && !event.shiftKey;
    if (isUndo) this.#editing.takeBack();
    else if (event.ctrlKey || event.metaKey || event.altKey) return;
    else if (!this.#moves(event.key) && !this.#changes(event.key)) return;
    event.preventDefault();
  }

  /** What a key does to focus and view; whether it does anything. */
  #moves(key: string): boolean {
    const step = STEPS[key];
    if (step && this.#current !== undefined) this.#focus(this.#walk?.from(this.#current, step));
    else if (key === '+' || key === '=') this.#viewport.zoomIn();
    else if (key === '-') this.#viewport.zoomOut();
    else if (key === '0') this.#viewport.fit();
    else return false;
    return true;
  }

  /** What a key does with the current card; whether it does anything. */
  #changes(key: string): boolean {
    const id = this.#current;
    if (id === undefined) return false;
    if (key === 'Enter' || key === ' ') this.#enter(id);
    else if (key === 'e') this.#arrange.turn(this.#columnOf.get(id));
    else if (key === 'r') this.#arrange.toggleRedundant();
    else return this.#editing.onKey(key, id);
    return true;
  }

  #onFocus(id: string | undefined): void {
    if (id === undefined) return;
    const isReturn = id === this.#left;
    this.#left = undefined;
    if (isReturn) {
      this.#focus(this.#current);
      return;
    }
    this.#choose(id);
    this.#scene.light(id);
    this.#editing.aim(id);
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

  /** Makes a card the current one because a person chose it here. */
  #choose(id: string): void {
    this.#setCurrent(id);
    if (id === this.#selected) return;
    this.#selected = id;
    this.#scene.select(id);
    const node = this.#model?.nodes.find((each) => each.id === id);
    if (node?.kind !== 'achievement') return;
    this.#host.post({ type: 'select', id: node.opens, planUri: node.context?.planUri ?? null });
  }

  /** Makes a card the current one because it was chosen elsewhere, where the focus stays. */
  #follow(id: string | null): void {
    this.#selected = id;
    this.#scene.select(id);
    if (id === null || !this.#scene.card(id)) return;
    const focused = this.#focused();
    this.#left = document.hasFocus() || focused === id ? undefined : focused;
    this.#setCurrent(id);
    this.#reveal(id);
  }

  /** Opens an achievement or a plan, expands a column, or ends a dependency that is being drawn. */
  #enter(id: string): void {
    if (this.#editing.drop()) return;
    const node = this.#model?.nodes.find((each) => each.id === id);
    if (!node) return;
    const { context, kind, opens } = node;
    const column = this.#columnOf.get(id);
    const canExpand = this.#model?.bands.find(({ title }) => title === column)?.canCollapse === true;
    if (kind === 'level' && canExpand) this.#arrange.turn(column);
    else if (!context) this.#host.post({ type: 'open', id: opens });
    else this.#host.post({ type: 'openIn', planUri: context.planUri, id: kind === 'plan' ? null : opens });
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
