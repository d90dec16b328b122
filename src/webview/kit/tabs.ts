import type { Tab } from '../protocol/timelineMessages';
import { html } from './dom';

const TABS: readonly (readonly [Tab, string])[] = [
  ['graph', 'Graph'],
  ['timeline', 'Timeline'],
];

const KEYS: Readonly<Record<string, (at: number) => number>> = {
  ArrowLeft: (at) => at - 1,
  ArrowRight: (at) => at + 1,
  Home: () => 0,
  End: () => -1,
};

/** The two pictures of a plan, of which one is shown; `t` changes them. */
export class Tabs {
  readonly element = html('div', 'tabs');
  readonly #select: (tab: Tab) => void;
  readonly #buttons: ReadonlyMap<Tab, HTMLButtonElement>;

  constructor(select: (tab: Tab) => void) {
    this.#select = select;
    this.element.setAttribute('role', 'tablist');
    this.element.setAttribute('aria-label', 'Views of the plan');
    this.#buttons = new Map(TABS.map(([tab, word]) => [tab, this.#button(tab, word)]));
    this.element.append(...this.#buttons.values());
    this.element.addEventListener('keydown', (event) => this.#onKey(event));
  }

  /** Marks the tab that is shown, and says which part of the page that is. */
  show(tab: Tab): void {
    for (const [each, button] of this.#buttons) {
      button.setAttribute('aria-selected', String(each === tab));
      button.tabIndex = each === tab ? 0 : -1;
    }
  }

  hasFocus(tab: Tab): boolean {
    return document.activeElement === this.#buttons.get(tab);
  }

  focus(tab: Tab): void {
    this.#buttons.get(tab)?.focus();
  }

  #button(tab: Tab, word: string): HTMLButtonElement {
    const button = html('button', 'tab', word);
    button.type = 'button';
    button.id = `tab-${tab}`;
    button.title = `${word} (t)`;
    button.setAttribute('role', 'tab');
    button.setAttribute('aria-controls', `panel-${tab}`);
    button.setAttribute('aria-keyshortcuts', 't');
    button.addEventListener('click', () => this.#select(tab));
    return button;
  }

  #onKey(event: KeyboardEvent): void {
    const all = [...this.#buttons.keys()];
    const at = all.findIndex((tab) => this.#buttons.get(tab) === document.activeElement);
    const next = KEYS[event.key]?.(at);
    if (next === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const tab = all.at(next % all.length);
    if (tab === undefined) return;
    this.#select(tab);
    this.focus(tab);
  }
}
