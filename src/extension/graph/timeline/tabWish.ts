import type { Tab, TimelineHostMessage } from '../../../webview/protocol/timelineMessages';

/** Has a page show one of its tabs: at once while it listens, else as soon as it does. */
export class TabWish {
  readonly #post: (message: TimelineHostMessage) => void;
  #isListening = false;
  #wish: Tab | undefined;

  constructor(post: (message: TimelineHostMessage) => void) {
    this.#post = post;
  }

  show(tab: Tab): void {
    this.#wish = tab;
    this.#grant();
  }

  /** The page was loaded and listens, or it went and will be loaded anew. */
  pageListens(isListening: boolean): void {
    this.#isListening = isListening;
    this.#grant();
  }

  #grant(): void {
    if (!this.#isListening || this.#wish === undefined) return;
    this.#post({ type: 'tab', tab: this.#wish });
    this.#wish = undefined;
  }
}
