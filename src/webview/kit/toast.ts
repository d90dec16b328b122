import { html, setText } from './dom';
import { wordButton } from './wordButton';

/** How long a message without a button stays, in milliseconds. */
const SHORT_MS = 8_000;

/** What came of the last change, read aloud, with a button that takes it back. */
export class Toast {
  readonly element = html('div', 'toast');
  readonly #words = html('span', 'words');
  readonly #undo: HTMLButtonElement;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(undo: () => void) {
    this.#words.setAttribute('role', 'status');
    this.#undo = wordButton('Undo', undo);
    const close = wordButton('Close', () => this.hide());
    this.element.append(this.#words, this.#undo, close);
    this.element.hidden = true;
  }

  show(words: string, { isProblem = false, canTakeBack = false } = {}): void {
    clearTimeout(this.#timer);
    this.element.hidden = false;
    this.element.classList.toggle('problem', isProblem);
    this.#undo.hidden = !canTakeBack;
    setText(this.#words, words);
    if (!canTakeBack && !isProblem) this.#timer = setTimeout(() => this.hide(), SHORT_MS);
  }

  hide(): void {
    clearTimeout(this.#timer);
    this.element.hidden = true;
  }
}
