import { html } from '../kit/dom';
import { wordButton } from '../kit/wordButton';
import { fullIdOf } from '../kit/words';
import type { GraphModel } from '../protocol/messages';
import { type Query, queryOf } from './query';
import { type Relatives, relativesOf } from './relatives';
import type { Scene } from './scene';
import { SearchField } from './searchField';

export interface SpotlightActions {
  /** The node that the next key press is about. */
  current(): string | undefined;
  /** Gives the focus to a node and brings it into view. */
  goTo(id: string): void;
  /** Gives the focus to the current node. */
  enterGraph(): void;
}

/**
 * Brings out a part of the graph and dims the rest: what a search finds, critical paths, what one node depends on and
 * what depends on it. Several of them leave what is in all.
 */
export class Spotlight {
  /** Beside the search. */
  readonly toggles = html('div', 'spotlight graph-only');
  readonly #scene: Scene;
  readonly #actions: SpotlightActions;
  readonly #field: SearchField;
  readonly #critical = toggle('Critical path', 'c', () => this.#toggleCritical());
  readonly #focus = toggle('Focus', 'f', () => this.#toggleFocus());
  #model: GraphModel | undefined;
  #query: Query | undefined;
  #isCritical = false;
  #center: string | undefined;
  /** What is brought out, in reading order. */
  #shown: readonly string[] = [];
  #isDimming = false;

  constructor(scene: Scene, actions: SpotlightActions) {
    this.#scene = scene;
    this.#actions = actions;
    this.#field = new SearchField({
      changed: (text) => this.#search(text),
      enter: (end) => this.#enter(end),
      leave: () => actions.enterGraph(),
    });
    this.#focus.title =
      'Dims everything except what the current achievement depends on and what depends on it (f)';
    this.toggles.append(this.#critical, this.#focus);
    document.addEventListener('keydown', (event) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'f') return;
      if (!this.search.checkVisibility()) return;
      this.#field.focus();
      event.preventDefault();
    });
  }

  get search(): HTMLElement {
    return this.#field.element;
  }

  /** What is brought out, in reading order; empty where nothing is, or nothing was found. */
  get broughtOut(): readonly string[] {
    return this.#isDimming ? this.#shown : [];
  }

  /** Follows a change of the plan. */
  show(model: GraphModel): void {
    const isOther = this.#model?.planUri !== model.planUri;
    this.#model = model;
    const { criticalPath } = model;
    this.#critical.hidden = criticalPath === null;
    this.#critical.title = `Dims everything except critical paths, ${criticalPath} of work (c)`;
    if (criticalPath === null || isOther) this.#isCritical = false;
    if (isOther || !model.nodes.some(({ id }) => id === this.#center)) this.#center = undefined;
    this.#apply();
  }

  /** What a key does; whether it does anything. */
  onKey(key: string): boolean {
    if (key === '/') this.#field.focus();
    else if (key === 'c') this.#toggleCritical();
    else if (key === 'f') this.#toggleFocus();
    else if (key === 'n') this.#step(1);
    else if (key === 'N') this.#step(-1);
    else if (key === 'Escape') this.#clear();
    else return false;
    return true;
  }

  #toggleCritical(): void {
    if (this.#model?.criticalPath === null) return;
    this.#isCritical = !this.#isCritical;
    this.#apply();
  }

  /** The same node again ends it, another one moves it there. */
  #toggleFocus(): void {
    const current = this.#actions.current();
    this.#center = this.#center === current ? undefined : current;
    this.#apply();
  }

  #search(text: string): void {
    this.#query = queryOf(text);
    this.#apply();
  }

  #clear(): void {
    this.#isCritical = false;
    this.#center = undefined;
    this.#field.clear({ changed: (text) => this.#search(text) });
  }

  /** From the field into the graph: to what was found, or where one was while nothing is looked for. */
  #enter(end: 'first' | 'last'): void {
    if (this.#query) this.#goTo(end === 'first' ? 0 : this.#shown.length - 1);
    else this.#actions.enterGraph();
  }

  /** To another one of those that are brought out. */
  #step(by: 1 | -1): void {
    const { length } = this.broughtOut;
    if (length === 0) return;
    const at = this.#shown.indexOf(this.#actions.current() ?? '');
    this.#goTo(at === -1 && by === -1 ? length - 1 : (at + by + length) % length);
  }

  #goTo(at: number): void {
    const node = this.#model?.nodes.find(({ id }) => id === this.#shown[at]);
    if (!node) return;
    this.#actions.goTo(node.id);
    this.#scene.point(node.id);
    this.#field.say(`${at + 1} of ${this.#shown.length}: ${fullIdOf(node)} ${node.title}`);
  }

  #nameOf(id: string | undefined): string {
    const node = this.#model?.nodes.find((each) => each.id === id);
    return node ? fullIdOf(node) : '';
  }

  #apply(): void {
    const model = this.#model;
    if (!model) return;
    const center = this.#center;
    const relatives = center === undefined ? undefined : relativesOf(model.edges, center);
    const isDimming = this.#query !== undefined || this.#isCritical || relatives !== undefined;
    this.#isDimming = isDimming;
    const shown = new Set(
      model.nodes
        .filter(
          (node) =>
            (this.#query?.(node) ?? true) &&
            (!this.#isCritical || node.critical) &&
            (!relatives || node.id === center || isRelative(relatives, node.id)),
        )
        .map(({ id }) => id),
    );
    this.#shown = model.bands.flatMap(({ nodes }) => nodes.filter((id) => shown.has(id)));
    this.#scene.point(undefined);
    this.#scene.dim(isDimming ? shown : undefined, this.#isCritical);
    this.#critical.setAttribute('aria-pressed', String(this.#isCritical));
    this.#focus.setAttribute('aria-pressed', String(center !== undefined));
    const around = relatives
      ? `${this.#nameOf(center)}: ${relatives.ancestors.size} before, ${relatives.descendants.size} after. `
      : '';
    this.#field.say(isDimming ? `${around}${shown.size} of ${model.nodes.length} shown` : '');
  }
}

const isRelative = ({ ancestors, descendants }: Relatives, id: string): boolean =>
  ancestors.has(id) || descendants.has(id);

const toggle = (word: string, key: string, onClick: () => void): HTMLButtonElement => {
  const element = wordButton(word, onClick);
  element.setAttribute('aria-pressed', 'false');
  element.setAttribute('aria-keyshortcuts', key);
  return element;
};
