import { html } from '../kit/dom';
import type { View } from '../protocol/messages';

/** Zooming that goes on sooner than this after the step before is one movement. */
const REST_MS = 120;
/** How much larger what was drawn is shown, at most, before it is drawn again. */
const LARGEST = 2;
/** How much smaller. */
const SMALLEST = 0.5;

/**
 * What the graph lies on: moves and scales what it carries. It has a layer of its own, so what was drawn once is moved
 * as a picture. The content itself is scaled, and drawn anew, when zooming begins, comes to a rest or has gone far: in
 * between its picture is scaled, which any machine does for each frame.
 */
export class Plane {
  readonly element = html('div', 'plane');
  readonly #content: HTMLElement;
  readonly #rested: () => void;
  /** Of the view. */
  #shown = 0;
  /** Of the content. */
  #scale = 0;
  #zoomedAt = Number.NEGATIVE_INFINITY;
  #rest: ReturnType<typeof setTimeout> | undefined;

  /** `rested` is called when the view is to be shown again, at the scale that zooming ended with. */
  constructor(content: HTMLElement, rested: () => void) {
    this.#content = content;
    this.#rested = rested;
    this.element.append(content);
  }

  /** Whether a picture stands for the content just now: time for nothing but frames. */
  get isPicture(): boolean {
    return this.#scale !== this.#shown;
  }

  /** Another graph lies on it: what is shown next is drawn, whatever was shown before. */
  clear(): void {
    this.#zoomedAt = Number.NEGATIVE_INFINITY;
    this.#scale = 0;
    this.#shown = 0;
  }

  show({ x, y, scale }: View): void {
    if (scale !== this.#shown) this.#zoom(scale);
    this.#shown = scale;
    const ratio = scale / this.#scale;
    const move = `translate(${wholePixels(x)}px, ${wholePixels(y)}px)`;
    this.element.style.transform = ratio === 1 ? move : `${move} scale(${ratio})`;
  }

  #zoom(scale: number): void {
    const now = performance.now();
    const goesOn = now - this.#zoomedAt < REST_MS;
    const ratio = scale / this.#scale;
    this.#zoomedAt = now;
    clearTimeout(this.#rest);
    if (goesOn && ratio > SMALLEST && ratio < LARGEST) {
      this.#rest = setTimeout(() => {
        this.#draw(scale);
        this.#rested();
      }, REST_MS);
    } else this.#draw(scale);
  }

  #draw(scale: number): void {
    this.#scale = scale;
    this.#content.style.transform = `scale(${scale})`;
  }
}

/** A length on the screen that blurs nothing which is moved by it. */
export const wholePixels = (length: number): number =>
  Math.round(length * devicePixelRatio) / devicePixelRatio;
