import type { GraphModel, GraphNode } from '../protocol/messages';
import type { Scene } from './scene';

export interface CursorActions {
  /** A person chose an achievement here. */
  chosen(node: GraphNode): void;
  /** Another card became the current one. */
  came(id: string): void;
  /** A card is to be seen. */
  reveal(id: string): void;
}

/**
 * Which card is the current one: the one that Tab reaches and keys are about. Beside it, what is selected here and in
 * the rest of the editor.
 */
export class Cursor {
  readonly #scene: Scene;
  readonly #actions: CursorActions;
  /** Title of the column of every node that is or was shown. */
  readonly #columnOf = new Map<string, string>();
  #model: GraphModel | undefined;
  #current: string | undefined;
  #selected: string | null = null;
  /** The card that has the focus when the page gets it back, though another one was selected meanwhile. */
  #left: string | undefined;
  #isTakingFocus = false;

  constructor(scene: Scene, actions: CursorActions) {
    this.#scene = scene;
    this.#actions = actions;
  }

  get current(): string | undefined {
    return this.#current;
  }

  /** The achievement that is selected here and in the rest of the editor. */
  get selected(): string | null {
    return this.#selected;
  }

  /** The title of the column of a node. */
  columnOf(id: string): string | undefined {
    return this.#columnOf.get(id);
  }

  nodeOf(id: string | undefined): GraphNode | undefined {
    return this.#model?.nodes.find((each) => each.id === id);
  }

  /** The card that has the focus. */
  get focused(): string | undefined {
    const { activeElement } = document;
    return activeElement instanceof HTMLElement ? activeElement.dataset.id : undefined;
  }

  /** Follows a change of the graph; `first` is where a person begins who was nowhere yet. */
  show(model: GraphModel, first: string | undefined): void {
    const isOther = this.#model?.planUri !== model.planUri;
    this.#model = model;
    for (const { title, nodes } of model.bands) for (const id of nodes) this.#columnOf.set(id, title);
    const selected = this.#selected;
    const isHere = isOther && selected !== null && this.#scene.card(selected) !== undefined;
    this.set(isHere ? selected : (this.#successor(model) ?? first));
    this.#scene.select(selected);
  }

  /** Follows a change that moves nothing. */
  update(model: GraphModel): void {
    this.#model = model;
  }

  set(id: string | undefined): void {
    if (this.#current !== undefined) this.#scene.card(this.#current)?.setAttribute('tabindex', '-1');
    this.#current = id;
    if (id !== undefined) this.#scene.card(id)?.setAttribute('tabindex', '0');
  }

  focus(id: string | undefined): void {
    if (id !== undefined) this.#scene.card(id)?.focus({ preventScroll: true });
  }

  /** Gives the focus to the current card, which is chosen by nobody; whether there is one. */
  takeFocus(): boolean {
    const card = this.#current === undefined ? undefined : this.#scene.card(this.#current);
    this.#isTakingFocus = true;
    card?.focus({ preventScroll: true });
    this.#isTakingFocus = false;
    return card !== undefined;
  }

  /** Makes a card the current one because it was chosen elsewhere, where the focus stays if it is there. */
  follow(id: string | null): void {
    this.#selected = id;
    this.#scene.select(id);
    if (id === null || !this.#scene.card(id)) return;
    const { focused } = this;
    const isHere = document.hasFocus();
    this.#left = isHere || focused === id ? undefined : focused;
    this.set(id);
    this.#actions.came(id);
    this.#actions.reveal(id);
    // what keys are about and what has the focus are one card
    if (isHere && focused !== undefined) this.takeFocus();
  }

  /** A card got the focus; whether that was what a person wanted. */
  onFocus(id: string): boolean {
    const isReturn = id === this.#left;
    this.#left = undefined;
    if (this.#isTakingFocus) return false;
    if (isReturn) this.takeFocus();
    else this.choose(id);
    return !isReturn;
  }

  /** Makes a card the current one because a person chose it here. */
  choose(id: string): void {
    this.set(id);
    this.#actions.came(id);
    if (id === this.#selected) return;
    this.#selected = id;
    this.#scene.select(id);
    const node = this.nodeOf(id);
    if (node?.kind === 'achievement') this.#actions.chosen(node);
  }

  /** The current node, or what stands in its place: the box of its column, or the first of what was a box. */
  #successor({ bands }: GraphModel): string | undefined {
    const current = this.#current;
    if (current === undefined || this.#scene.card(current)) return current;
    return bands.find(({ title }) => title === this.#columnOf.get(current))?.nodes[0];
  }
}
