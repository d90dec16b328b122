import { type ScannedLines, scanLines } from './lines';

/**
 * A text and its lines, kept for what is read from them when somebody asks. Put away, the text takes a quarter of
 * the memory or less (texts with emoji take two bytes a character, and every line is an entry of a list); the next
 * question brings it back.
 */
export class KeptText {
  #text: string | undefined;
  #scan: ScannedLines | undefined;
  #bytes: Uint8Array | undefined;

  constructor(text: string, scan: ScannedLines) {
    this.#text = text;
    this.#scan = scan;
  }

  get text(): string {
    // a lone half of a pair comes back as another single unit: every offset stays right
    this.#text ??= new TextDecoder('utf-8', { ignoreBOM: true }).decode(this.#bytes);
    this.#bytes = undefined;
    return this.#text;
  }

  get scan(): ScannedLines {
    this.#scan ??= scanLines(this.text);
    return this.#scan;
  }

  /** What `read` makes of it; a text that was put away stays so. */
  look<T>(read: (kept: KeptText) => T): T {
    const bytes = this.#bytes;
    const value = read(this);
    if (bytes) {
      this.#bytes = bytes;
      this.#text = undefined;
      this.#scan = undefined;
    }
    return value;
  }

  putAway(): void {
    this.#bytes ??= new TextEncoder().encode(this.text);
    this.#text = undefined;
    this.#scan = undefined;
  }
}
