import type { Span } from '../../model/text';
import { changeBetween } from '../../model/textChange';
import { type Found, firstFrom, type LineSearch, Searches } from './lineSearch';
import { type ScannedLines, scanLines } from './lines';

/**
 * A text and its lines, kept for what is read from them when somebody asks. Put away, the text takes a quarter of
 * the memory or less (texts with emoji take two bytes a character, and every line is an entry of a list); the next
 * question brings it back.
 */
export class KeptText {
  #text: string | undefined;
  #scan: ScannedLines | undefined;
  #searches = new Searches();
  #bytes: Uint8Array | undefined;

  /** @param before an earlier text of the same document: what has not changed since is not gone through again */
  constructor(text: string, before?: KeptText) {
    this.#text = text;
    if (before?.isAtHand) {
      const change = changeBetween(before.text, text);
      this.#scan = scanLines(text, { index: before.scan.index, change });
      this.#searches = before.#searches.after(text, change);
    } else this.#scan = scanLines(text);
  }

  /** Whether it has not been put away. */
  get isAtHand(): boolean {
    return this.#text !== undefined;
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

  /** All that a search finds in the text. */
  found<T>(search: LineSearch<T>): readonly Found<T>[] {
    return this.#searches.of(this.text, search);
  }

  /** The lines in which a search finds anything, in order. */
  linesWith(search: LineSearch): readonly number[] {
    const { index } = this.scan;
    return this.found(search).map(({ at }) => index.lineAt(at));
  }

  /** Whether a search finds anything in a part of the text. */
  holds(search: LineSearch<unknown>, { start, end }: Span): boolean {
    const found = this.found(search);
    if (found.length === 0) return false;
    const first = found[firstFrom(found, start)];
    return first !== undefined && first.at < end;
  }

  /** What `read` makes of it; a text that was put away stays so. */
  look<T>(read: (kept: KeptText) => T): T {
    const bytes = this.#bytes;
    const value = read(this);
    if (bytes) this.#putAway(bytes);
    return value;
  }

  putAway(): void {
    this.#putAway(this.#bytes ?? new TextEncoder().encode(this.text));
  }

  #putAway(bytes: Uint8Array): void {
    this.#bytes = bytes;
    this.#text = undefined;
    this.#scan = undefined;
    this.#searches = new Searches();
  }
}
