import { html, setText } from './dom';

export interface SearchActions {
  changed(text: string): void;
  /** Goes to another match, forwards or backwards. */
  step(by: 1 | -1): void;
  /** The field is given up. */
  leave(): void;
}

const HELP = [
  'Finds achievements by id, title, status and owner (/ or Ctrl+F).',
  'status:ready, status:blocked, status:failed, status:critical …',
  'level:2, priority:1, owner:ada, plan:name; level:1,2 finds either',
  'Enter goes to the next match, Shift+Enter to the one before, Escape clears.',
].join('\n');

/** The search field behind the count, which is read aloud when it changes. */
export class SearchField {
  readonly element = html('div', 'search');
  readonly #input = html('input', 'query');
  readonly #said = html('span', 'said');

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
    input.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') actions.step(event.shiftKey ? -1 : 1);
      else if (event.key === 'Escape') {
        if (input.value === '') actions.leave();
        else this.clear(actions);
      } else return;
      event.preventDefault();
    });
    this.element.append(this.#said, input);
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
