import { html, setText } from '../kit/dom';
import type { GraphModel, HostMessage, PageDependency, Point } from '../protocol/messages';
import type { Overlay } from './overlay';
import type { Rectangle } from './viewMath';

export interface LinkingActions {
  /** Asks the editor what a dependency would do; the answer comes to {@link Linking.answer}. */
  consider(dependency: PageDependency): void;
  add(dependency: PageDependency): void;
  /** Says why what was dropped cannot be. */
  refuse(words: string): void;
  rectangleOf(id: string): Rectangle | undefined;
  card(id: string): HTMLElement | undefined;
  /** A point of the window in units of the graph. */
  toGraph(at: { readonly clientX: number; readonly clientY: number }): Point;
}

type Answer = Extract<HostMessage, { readonly type: 'considered' }>;

/**
 * Draws a dependency from one card to another, by pulling at the handle of a card or with the keyboard. Before it is
 * dropped the editor has said what it would do, or why it cannot be.
 */
export class Linking {
  /** Hangs at the right side of the card that the pointer is over. */
  readonly handle = html('div', 'handle');
  /** Says what would happen; stays empty while nothing is drawn. */
  readonly said = html('div', 'linking');
  readonly #overlay: Overlay;
  readonly #actions: LinkingActions;
  #canEdit = false;
  #offered: string | undefined;
  #source: string | undefined;
  #target: string | undefined;
  #answer: Answer | undefined;
  #isByKey = false;
  /** Where the pointer is, in units of the graph. */
  #pointer: Point | undefined;

  constructor(overlay: Overlay, actions: LinkingActions) {
    this.#overlay = overlay;
    this.#actions = actions;
    this.handle.title = 'Drag to the achievement that should depend on this (l)';
    this.handle.hidden = true;
    this.handle.addEventListener('pointerdown', (event) => this.#onPointerDown(event));
    this.said.setAttribute('role', 'status');
    this.said.hidden = true;
  }

  /** Whether a dependency is being drawn. */
  get isOn(): boolean {
    return this.#source !== undefined;
  }

  show({ canEdit, nodes }: GraphModel): void {
    this.#canEdit = canEdit;
    const isThere = (id: string | undefined): boolean => nodes.some((node) => node.id === id);
    if (!isThere(this.#offered)) this.offer(undefined);
    if (this.isOn && !isThere(this.#source)) this.stop();
  }

  /** Puts the handle at a card; away for undefined. */
  offer(id: string | undefined): void {
    if (this.isOn) return;
    const kind = id === undefined ? undefined : this.#actions.card(id)?.dataset.kind;
    const place = id === undefined ? undefined : this.#actions.rectangleOf(id);
    this.#offered = this.#canEdit && place && kind === 'achievement' ? id : undefined;
    this.handle.hidden = this.#offered === undefined;
    if (place) this.handle.style.translate = `${place.x + place.width}px ${place.y + place.height / 2}px`;
  }

  /** Begins at a card; the next card that is walked to and entered is to depend on it. */
  begin(id: string): void {
    if (!this.#canEdit || this.#actions.card(id)?.dataset.kind !== 'achievement') return;
    this.#start(id, true);
    this.#say(`Move to the achievement that should depend on ${id}. Enter connects, Escape cancels.`);
  }

  /** The card that the pointer or the focus has come to. */
  aim(id: string | undefined): void {
    if (!this.isOn || id === this.#target) return;
    if (this.#target !== undefined) this.#mark(this.#target, 'none');
    this.#target = id === this.#source ? undefined : id;
    this.#answer = undefined;
    const dependency = this.#dependency();
    if (dependency) this.#actions.consider(dependency);
    else if (!this.#isByKey) this.#say(`Drop it on the achievement that should depend on ${this.#source}.`);
    if (this.#isByKey) this.#point(this.#middleOf(this.#target));
  }

  /** The editor's answer for one pair; what was asked before is ignored. */
  answer(answer: Answer): void {
    const dependency = this.#dependency();
    if (!dependency || answer.id !== dependency.id || answer.dependsOn !== dependency.dependsOn) return;
    this.#answer = answer;
    this.#mark(answer.id, answer.isPossible ? 'possible' : 'refused');
    this.#say(answer.words);
    this.#point(this.#isByKey ? this.#middleOf(this.#target) : this.#pointer);
  }

  /** Ends with what is drawn: it is connected, or refused with the reason. */
  drop(): void {
    const dependency = this.#dependency();
    const answer = this.#answer;
    this.stop();
    if (answer?.isPossible === false) this.#actions.refuse(answer.words);
    else if (dependency) this.#actions.add(dependency);
  }

  stop(): void {
    if (this.#target !== undefined) this.#mark(this.#target, 'none');
    if (this.#source !== undefined) this.#actions.card(this.#source)?.classList.remove('source');
    this.#source = undefined;
    this.#target = undefined;
    this.#answer = undefined;
    this.#overlay.draw(undefined, { x: 0, y: 0 }, false);
    this.said.hidden = true;
    setText(this.said, '');
    document.body.classList.remove('linking-on');
    this.offer(undefined);
  }

  #start(id: string, isByKey: boolean): void {
    this.stop();
    this.#source = id;
    this.#isByKey = isByKey;
    this.#actions.card(id)?.classList.add('source');
    document.body.classList.add('linking-on');
    this.handle.hidden = true;
  }

  #dependency(): PageDependency | undefined {
    const [dependsOn, id] = [this.#source, this.#target];
    return dependsOn === undefined || id === undefined ? undefined : { id, dependsOn };
  }

  #say(words: string): void {
    this.said.hidden = false;
    setText(this.said, words);
    this.said.classList.toggle('refused', this.#answer?.isPossible === false);
  }

  #mark(id: string, as: 'possible' | 'refused' | 'none'): void {
    const card = this.#actions.card(id);
    card?.classList.toggle('possible', as === 'possible');
    card?.classList.toggle('refused', as === 'refused');
  }

  #point(to: Point | undefined): void {
    const place = this.#source === undefined ? undefined : this.#actions.rectangleOf(this.#source);
    const from = place && { x: place.x + place.width, y: place.y + place.height / 2 };
    this.#overlay.draw(to && from, to ?? { x: 0, y: 0 }, this.#answer?.isPossible === false);
  }

  #middleOf(id: string | undefined): Point | undefined {
    const place = id === undefined ? undefined : this.#actions.rectangleOf(id);
    return place && { x: place.x, y: place.y + place.height / 2 };
  }

  #onPointerDown(down: PointerEvent): void {
    const id = this.#offered;
    if (down.button !== 0 || id === undefined) return;
    // not a pull at the graph
    down.stopPropagation();
    down.preventDefault();
    this.#start(id, false);
    this.aim(undefined);
    const leaving = new AbortController();
    const { signal } = leaving;
    const onEnd = (isDropped: boolean): void => {
      leaving.abort();
      if (isDropped) this.drop();
      else this.stop();
    };
    window.addEventListener('pointermove', (move) => this.#onMove(move), { signal });
    window.addEventListener('pointerup', () => onEnd(true), { signal });
    window.addEventListener('pointercancel', () => onEnd(false), { signal });
    window.addEventListener('keydown', ({ key }) => key === 'Escape' && onEnd(false), { signal });
  }

  #onMove(move: PointerEvent): void {
    const under = document.elementFromPoint(move.clientX, move.clientY)?.closest('.card');
    this.aim(under instanceof HTMLElement ? under.dataset.id : undefined);
    this.#pointer = this.#actions.toGraph(move);
    this.#point(this.#pointer);
  }
}
