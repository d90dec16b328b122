type Focusable = HTMLElement | SVGElement;

const isFocusable = (target: unknown): target is Focusable =>
  target instanceof HTMLElement || target instanceof SVGElement;

/** Whether an element can have the focus: it is in the page and shown. */
export const isThere = (element: Element | null | undefined): element is Focusable =>
  isFocusable(element) &&
  element !== document.body &&
  element.isConnected &&
  element.checkVisibility({ visibilityProperty: true });

/**
 * Keeps the focus of the page from getting lost: when what had it goes, or the page gets the focus with nothing in it
 * that has it, it comes back to where it was, or else to where it belongs.
 */
export class FocusKeeper {
  readonly #goHome: () => void;
  #last: Focusable | undefined;
  #isScheduled = false;

  /** `goHome` gives the focus to where it belongs while nothing else had it. */
  constructor(goHome: () => void) {
    this.#goHome = goHome;
    document.addEventListener('focusin', ({ target }) => {
      if (isFocusable(target)) this.#last = target;
    });
    document.addEventListener('focusout', ({ relatedTarget }) => {
      if (relatedTarget === null) this.check();
    });
    window.addEventListener('focus', () => this.check());
    // what was pressed may be gone by then
    document.addEventListener('click', () => this.check());
    document.addEventListener('keyup', () => this.check());
  }

  /** From now on the focus belongs home, wherever it is: somebody has turned to it with the mouse. */
  forget(): void {
    this.#last = undefined;
  }

  /** To be called when something may have gone; looks once everything else is done. */
  check(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    requestAnimationFrame(() => {
      this.#isScheduled = false;
      this.#settle();
    });
  }

  #settle(): void {
    if (!document.hasFocus() || isThere(document.activeElement)) return;
    const last = this.#last;
    // among cards and bars it belongs to the current one, which may be another by now
    if (isThere(last) && !last.matches('.card, .time-bar')) last.focus({ preventScroll: true });
    else this.#goHome();
  }
}
