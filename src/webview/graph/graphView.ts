import { html } from '../kit/dom';
import type { PageStore } from '../kit/pageStore';
import type {
  GraphModel,
  HostMessage,
  Layout,
  PageDependency,
  PageMessage,
  View,
} from '../protocol/messages';
import type { RunMarksMessage, Tone } from '../protocol/runMessages';
import { Arrange } from './arrange';
import { Cursor } from './cursor';
import { detailAt } from './detail';
import { Editing } from './editing';
import type { Picture } from './firstView';
import { type KeyboardParts, keyboardOf } from './keyboard';
import { Lanes } from './lanes';
import { Minimap } from './minimap';
import { moveCalmly } from './motion';
import { Plane } from './plane';
import { besides } from './relatives';
import { Scene } from './scene';
import { Spotlight } from './spotlight';
import { Strips } from './strips';
import { around, grown, type Rectangle, type Size, seen } from './viewMath';
import { Viewport } from './viewport';
import { type Walk, walkOf } from './walk';

export interface GraphViewActions {
  post(message: PageMessage): void;
  readonly store: PageStore;
  /** The graph is shown at another scale. */
  scaled(scale: number): void;
}

/** The graph with all that one can do to it, and the keys and clicks between its parts. */
export class GraphView {
  readonly #actions: GraphViewActions;
  readonly #scene = new Scene();
  readonly #plane = new Plane(this.#scene.element, () => this.viewport.redraw());
  readonly #lanes = new Lanes((title) => this.arrange.turn(title));
  readonly #strips = new Strips();
  readonly #cursor: Cursor = new Cursor(this.#scene, {
    chosen: ({ opens, context }) =>
      this.#actions.post({ type: 'select', id: opens, planUri: context?.planUri ?? null }),
    came: (id) => this.#actions.store.remember({ current: id }),
    reveal: (id) => this.#reveal(id),
  });
  readonly #stage = html('div', 'stage');
  readonly viewport: Viewport = new Viewport(
    (view, window) => this.#draw(view, window),
    (window) => this.minimap.sizeIn(window, this.viewport.readable),
  );
  readonly spotlight: Spotlight = new Spotlight(this.#scene, {
    current: () => this.#cursor.current,
    goTo: (id) => {
      this.#cursor.focus(id);
      this.#reveal(id);
    },
    enterGraph: () => this.#cursor.takeFocus(),
  });
  readonly minimap: Minimap = new Minimap({
    centre: (point) => this.viewport.centre(point),
    toggled: () => this.viewport.redraw(),
  });
  readonly arrange: Arrange;
  readonly editing: Editing;
  #model: GraphModel | undefined;
  #layout: Layout | undefined;
  #walk: Walk | undefined;

  constructor(actions: GraphViewActions) {
    this.#actions = actions;
    this.arrange = new Arrange(actions.store.arrangement, {
      arrange: (arrangement) => {
        actions.store.remember({ arrangement });
        actions.post({ type: 'arrange', arrangement });
      },
      remove: (dependencies) => this.remove(dependencies),
    });
    const tree = this.#scene.element;
    tree.setAttribute('aria-describedby', 'help');
    tree.addEventListener('focusin', (event) => this.#onFocus(idAt(event)));
    tree.addEventListener('focusout', () => this.#scene.light(undefined));
    tree.addEventListener('pointerover', (event) => this.#onPointerOver(idAt(event)));
    tree.addEventListener('pointerleave', () => this.#scene.light(this.#cursor.focused));
    this.#stage.append(this.#strips.element, this.#plane.element, this.#strips.titles);
    this.editing = new Editing(this.#stage, this.#scene, {
      post: (message) => actions.post(message),
      focus: (id) => this.#cursor.focus(id),
    });
    this.#stage.addEventListener('click', (event) => this.#onClick(event));
    const onKey = keyboardOf(this.#keyboardParts());
    document.addEventListener('keydown', (event) => {
      if (this.#isShown()) onKey(event);
    });
    this.viewport.element.append(this.#lanes.element, this.#stage, this.minimap.element);
  }

  #keyboardParts(): KeyboardParts {
    const { viewport, minimap, arrange, editing, spotlight } = this;
    return {
      cursor: this.#cursor,
      viewport,
      minimap,
      arrange,
      editing,
      spotlight,
      walk: () => this.#walk,
      frame: () => this.frame(),
      enter: (id) => this.#enter(id),
    };
  }

  #isShown(): boolean {
    return this.viewport.element.checkVisibility({ visibilityProperty: true });
  }

  /** Gives the focus to the current card; whether it is there to have it. */
  takeFocus(): boolean {
    return this.#isShown() && this.#cursor.takeFocus();
  }

  /** Tools for the header. */
  get tools(): readonly HTMLElement[] {
    return [this.spotlight.toggles, this.arrange.element];
  }

  /** Shows what runs say of the cards; answers what is said now. */
  mark(message: RunMarksMessage): ReadonlySet<Tone> {
    return this.#scene.mark(message);
  }

  receive(message: Extract<HostMessage, { readonly type: 'select' | 'considered' | 'done' }>): void {
    if (message.type === 'select') this.#cursor.follow(message.id);
    else this.editing.receive(message);
  }

  /** Shows a graph; without a layout where the one before still holds. */
  show(model: GraphModel, layout: Layout | null): void {
    const place = layout ?? this.#layout;
    if (!place) return;
    const before = { places: new Map(this.#scene.places()), seen: this.viewport.seen() };
    const hadFocus = document.hasFocus() && this.#cursor.focused !== undefined;
    const isOther = this.#model?.planUri !== model.planUri;
    const isMoved = place !== this.#layout;
    this.#model = model;
    this.#layout = place;
    this.#lanes.show(model, place);
    this.#strips.show(model, place);
    this.#scene.show(model, place);
    this.minimap.show(model, place, contentOf(place));
    this.spotlight.show(model);
    this.arrange.show(model);
    this.editing.show(model, place);
    this.#actions.store.remember({ planUri: model.planUri });
    if (!isMoved) {
      this.#cursor.update(model);
      return;
    }
    this.#walk = walkOf(model, place);
    this.#plane.clear();
    const recalled = this.#actions.store.recall(model.planUri)?.current ?? undefined;
    const isKnown = recalled !== undefined && this.#scene.card(recalled) !== undefined;
    this.#cursor.show(model, isKnown ? recalled : beginningOf(model, this.#walk));
    this.viewport.setGraph(place, this.#picture(place));
    if (isOther) this.#takeUp(model.planUri);
    else moveCalmly(this.#scene, before, place, this.viewport.seen());
    if (hadFocus && this.#cursor.takeFocus() && this.#cursor.current !== undefined)
      this.#reveal(this.#cursor.current);
  }

  #picture(layout: Layout): Picture {
    const { current } = this.#cursor;
    return {
      content: contentOf(layout),
      cards: this.#scene.places().map(([, place]) => place),
      start: current === undefined ? undefined : this.#scene.rectangleOf(current),
    };
  }

  /** Asks the editor to remove dependencies. */
  remove(dependencies: readonly PageDependency[]): void {
    this.editing.remove(dependencies);
  }

  /** Zooms in on what is brought out, else on the current card with its neighbours. */
  frame(): void {
    const { broughtOut } = this.spotlight;
    const ids = broughtOut.length > 0 ? broughtOut : besides(this.#model?.edges ?? [], this.#cursor.current);
    const part = around(ids.flatMap((id) => this.#scene.rectangleOf(id) ?? []));
    if (part) this.viewport.frame(part);
  }

  /** Shows a plan as it was looked at last. */
  #takeUp(planUri: string): void {
    const remembered = this.#actions.store.recall(planUri);
    if (!remembered) return;
    this.minimap.isWanted = remembered.minimap;
    if (!remembered.view) return;
    this.viewport.restore(remembered.view);
    if (this.#cursor.selected !== null) this.#reveal(this.#cursor.selected);
  }

  #draw(view: View, window: Size): void {
    this.#plane.show(view);
    if (!this.#plane.isPicture) this.#scene.look(seen(view, window), detailAt(view.scale));
    this.#lanes.follow(view, window);
    this.#strips.follow(view);
    this.minimap.follow(view, window, this.viewport.readable);
    this.editing.follow(view);
    this.#actions.scaled(view.scale);
    if (this.#model)
      this.#actions.store.remember({
        view: this.viewport.chosen,
        minimap: this.minimap.isWanted,
      });
  }

  #onPointerOver(id: string | undefined): void {
    this.#scene.light(id ?? this.#cursor.focused);
    if (id !== undefined) this.editing.hover(id);
  }

  #onClick(event: MouseEvent): void {
    const id = idAt(event);
    if (id === undefined) this.editing.clickAt(event);
    else this.#enter(id);
  }

  #onFocus(id: string | undefined): void {
    if (id === undefined) return;
    const isChosen = this.#cursor.onFocus(id);
    this.#scene.light(id);
    this.editing.aim(id);
    if (!isChosen) return;
    // a card that moves under the pressed pointer could not be clicked
    const isByKey = this.#scene.card(id)?.matches(':focus-visible') ?? false;
    if (isByKey) this.#reveal(id);
  }

  #reveal(id: string): void {
    const rectangle = this.#scene.rectangleOf(id);
    if (rectangle) this.viewport.reveal(rectangle, this.minimap.size);
  }

  /** Opens an achievement or a plan, expands a column, or ends a dependency that is being drawn. */
  #enter(id: string): void {
    if (this.editing.drop()) return;
    const node = this.#cursor.nodeOf(id);
    if (!node) return;
    this.#cursor.choose(id);
    const { context, kind, opens } = node;
    const column = this.#cursor.columnOf(id);
    const canExpand = this.#model?.bands.find(({ title }) => title === column)?.canCollapse === true;
    if (kind === 'level' && canExpand) this.arrange.turn(column);
    else if (!context) this.#actions.post({ type: 'open', id: opens });
    else {
      const { planUri } = context;
      this.#actions.post({ type: 'openIn', planUri, id: kind === 'plan' ? null : opens });
    }
  }
}

/** Where a person begins: with what can be done now, in reading order. */
const beginningOf = ({ nodes }: GraphModel, walk: Walk): string | undefined => {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const inOrder = walk.order.flatMap((id) => byId.get(id) ?? []).filter(({ kind }) => kind !== 'plan');
  const first =
    inOrder.find(({ readiness }) => readiness === 'ready') ??
    inOrder.find(({ status }) => status === 'in_progress');
  return first?.id ?? walk.order[0];
};

/** Layouts leave more air at their sides than a first view needs; rows of plans end at theirs. */
const SPARE = 24;
const contentOf = ({ width, height, strips }: Layout): Rectangle =>
  strips.length > 0 ? { x: 0, y: 0, width, height } : grown({ x: 0, y: 0, width, height }, -SPARE);

const idAt = ({ target }: Event): string | undefined => {
  const card = target instanceof Element ? target.closest('.card') : null;
  return card instanceof HTMLElement ? card.dataset.id : undefined;
};
