import { html, setText } from '../kit/dom';
import { wordButton } from '../kit/wordButton';
import type { Arrangement, GraphModel, PageDependency } from '../protocol/messages';

export interface ArrangeActions {
  arrange(arrangement: Arrangement): void;
  remove(dependencies: readonly PageDependency[]): void;
}

/** What a person wants to see of the plan, with the buttons for it: collapsed columns, redundant arrows. */
export class Arrange {
  readonly element = html('div', 'arrange graph-only');
  readonly #actions: ArrangeActions;
  readonly #columns = wordButton('', () => this.#turnAll());
  readonly #redundant = wordButton('Redundant', () => this.toggleRedundant());
  readonly #remove = wordButton('Remove', () => this.#actions.remove(this.#model?.redundant ?? []));
  #arrangement: Arrangement;
  #model: GraphModel | undefined;

  /** Begins with what was remembered, without asking for it. */
  constructor(arrangement: Arrangement, actions: ArrangeActions) {
    this.#arrangement = arrangement;
    this.#actions = actions;
    this.#redundant.title = 'Shows the dependencies that follow from others (r)';
    this.#redundant.setAttribute('aria-keyshortcuts', 'r');
    this.element.append(this.#columns, this.#redundant, this.#remove);
  }

  show(model: GraphModel): void {
    this.#model = model;
    const count = model.redundant.length;
    const isMarked = this.#arrangement.redundant && count > 0;
    this.#columns.hidden = !model.bands.some(({ canCollapse }) => canCollapse);
    setText(
      this.#columns,
      model.bands.some(({ isCollapsed }) => isCollapsed) ? 'Expand all' : 'Collapse all',
    );
    this.#redundant.hidden = count === 0;
    this.#redundant.setAttribute('aria-pressed', String(isMarked));
    this.#remove.hidden = !isMarked || !model.canEdit;
    setText(this.#redundant, `Redundant: ${count}`);
    setText(this.#remove, count === 1 ? 'Remove it' : `Remove all ${count}`);
  }

  /** Collapses or expands one column. */
  turn(title: string | undefined): void {
    const band = this.#model?.bands.find((each) => each.title === title);
    if (!band?.canCollapse) return;
    const others = this.#arrangement.choices.filter((each) => each.band !== band.title);
    this.#set({ choices: [...others, { band: band.title, isCollapsed: !band.isCollapsed }] });
  }

  toggleRedundant(): void {
    if (this.#model && this.#model.redundant.length > 0)
      this.#set({ redundant: !this.#arrangement.redundant });
  }

  #turnAll(): void {
    const bands = this.#model?.bands.filter(({ canCollapse }) => canCollapse) ?? [];
    const isCollapsed = !bands.some((band) => band.isCollapsed);
    // the last choice wins where there is no room for all: the first columns, that is
    this.#set({ choices: bands.map(({ title }) => ({ band: title, isCollapsed })).reverse() });
  }

  #set(change: Partial<Arrangement>): void {
    this.#arrangement = { ...this.#arrangement, ...change };
    this.#actions.arrange(this.#arrangement);
  }
}
