import { html } from './dom';
import { toolButton } from './toolButton';

/**
 * Tools that stand beside each other in the header; where the panel is low or narrow the stylesheet puts them below a
 * button, which shows them until the focus goes elsewhere.
 */
export class Drawer {
  readonly element = html('div', 'drawer');
  readonly button = toolButton('More tools', 'M2.5 8h1M7.5 8h1M12.5 8h1', () => this.#set(!this.isOpen));

  constructor(tools: readonly HTMLElement[]) {
    this.element.id = 'drawer';
    this.button.classList.add('opens-drawer');
    this.button.setAttribute('aria-controls', this.element.id);
    this.element.append(...tools);
    for (const part of [this.button, this.element] as readonly HTMLElement[]) {
      part.addEventListener('focusout', ({ relatedTarget }) => this.#onFocusOut(relatedTarget));
      part.addEventListener('keydown', (event) => this.#onKey(event));
    }
    this.#set(false);
  }

  get isOpen(): boolean {
    return this.element.classList.contains('open');
  }

  #set(isOpen: boolean): void {
    this.element.classList.toggle('open', isOpen);
    this.button.setAttribute('aria-expanded', String(isOpen));
  }

  #onFocusOut(to: EventTarget | null): void {
    const isInside = to === this.button || (to instanceof Node && this.element.contains(to));
    if (!isInside) this.#set(false);
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this.isOpen) return;
    event.stopPropagation();
    this.button.focus();
    this.#set(false);
  }
}
