import { type Container, goesOn, readContainer } from './container';
import type { LineCursor } from './lineCursor';

/** Nobody nests deeper, and hostile text must not cost more. */
const MOST_CONTAINERS = 32;

/** The containers that are open, outermost first. */
export class ContainerStack {
  readonly #open: Container[] = [];

  get depth(): number {
    return this.#open.length;
  }

  /** True where an empty line changes none of them: it starts no list item and ends none. */
  get outlastBlank(): boolean {
    if (this.#open.length === 0) return true;
    const outermost = this.#open[0];
    return this.#open.length === 1 && outermost?.kind === 'item' && !outermost.isEmpty;
  }

  get hasFootnote(): boolean {
    return this.#open.some(({ kind }) => kind === 'footnote');
  }

  /** Moves the cursor behind the marks of open containers; answers how many of them, outermost first, go on. */
  goOn(cursor: LineCursor): number {
    let within = 0;
    for (const container of this.#open) {
      if (!goesOn(container, cursor)) break;
      within++;
    }
    return within;
  }

  /** The containers that start at the cursor below `depth` others. */
  read(cursor: LineCursor, depth: number, interrupts: boolean): readonly Container[] {
    const found: Container[] = [];
    while (depth + found.length < MOST_CONTAINERS) {
      const container = readContainer(cursor, interrupts);
      if (!container) break;
      found.push(container);
    }
    return found;
  }

  push(container: Container): void {
    this.#open.push(container);
  }

  closeTo(depth: number): void {
    if (this.#open.length > depth) this.#open.length = depth;
  }
}
