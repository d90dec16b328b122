import { html, setText } from '../kit/dom';
import { isThere } from '../kit/focusKeeper';

export interface SearchActions {
  changed(text: string): void;
  /** Goes to what was found, the first or the last of it. */
  enter(end: 'first' | 'last'): void;
  /** The field is given up: the focus belongs to the graph. */
  leave(): void;
}

const HELP = [
  'Finds achievements by id, title, status and owner (/ or Ctrl+F).',
  'status:ready, status:blocked, status:failed, status:critical …',
  'level:2, priority:1, owner:ada, plan:name; level:1,2 finds either',
  'Enter or the arrow down goes to the first hit, Shift+Enter to the last, n there to the next; Escape clears and goes back.',
].join('\n');

/** The search field behind the count, which is read aloud when it changes. */
export class SearchField {
  readonly element = html('div', 'search graph-only');
  readonly #input = html('input', 'query');
  readonly #said = html('span', 'said');
  /** What had the focus before the field. */
  #before: HTMLElement | undefined;

  constructor(actions: SearchActions) {
    this.element.setAttribute('role', 'search');
    this.#said.setAttribute('role', 'status');
    const input = this.#input;
    input.type = 'search';
    input.placeholder = 'Search (/)';
    input.spellcheck = false;
    input.title = HELP;
    input.setAttribute('aria-label', 'Search the graph');
    input.setAttribute('aria-description', HELP);
    input.addEventListener('input', () => actions.changed(input.value));
    input.addEventListener('focus', ({ relatedTarget }) => {
      if (relatedTarget instanceof HTMLElement) this.#before = relatedTarget;
    });
    input.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') actions.enter(event.shiftKey ? 'last' : 'first');
      else if (event.key === 'ArrowDown') actions.enter('first');
      else if (event.key === 'Escape') this.#leave(actions);
      else return;
      event.preventDefault();
    });
    this.element.append(this.#said, input);
  }

  /** Back to where one was before. */
  #leave(actions: SearchActions): void {
    this.clear(actions);
    const before = this.#before;
    if (isThere(before) && !before.matches('.card')) before.focus();
    else actions.leave();
  }

  focus(): void {
    this.#input.focus();
    this.#input.select();
  }

  clear({ changed }: Pick<SearchActions, 'changed'>): void {
    this.#input.value = '';
    changed('');
  }

  say(text: string): void {
    setText(this.#said, text);
  }
}
