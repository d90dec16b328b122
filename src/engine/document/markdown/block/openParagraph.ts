import type { LineKinds } from './lineKinds';
import { type ParagraphLines, readParagraph } from './paragraph';
import type { SourceLines } from './sourceLines';

const BRACKET = 91;

/** The paragraph that the lines before belong to. It is looked into only where it may hold something but text. */
export class OpenParagraph {
  readonly #lines: SourceLines;
  readonly #kinds: LineKinds;
  readonly #hasDefinitions: boolean;
  /** Where the next comment starts: behind the document where there is none. */
  #comment = -1;
  /** Its first line, and for each line where the content starts. */
  #line = 0;
  readonly #starts: number[] = [];
  /** How many of those are of this paragraph: emptying an array for each would be dear. */
  #count = 0;
  #mayEndInHead = true;

  constructor(lines: SourceLines, kinds: LineKinds) {
    this.#lines = lines;
    this.#kinds = kinds;
    this.#hasDefinitions = lines.text.includes(']:');
  }

  /** @param start offset of the content of its first line */
  open(line: number, start: number): void {
    this.#line = line;
    this.#starts[0] = start;
    this.#count = 1;
    this.#mayEndInHead = true;
  }

  /** @param mayBeHead false for a line that is indented too far to be the head of a table */
  goOn(start: number, mayBeHead: boolean): void {
    this.#starts[this.#count++] = start;
    this.#mayEndInHead = mayBeHead;
  }

  /** Its last line, where that can be the head of a table. */
  possibleHead(): string | undefined {
    return this.#mayEndInHead ? this.#content(this.#count - 1) : undefined;
  }

  /** False where there is nothing but link definitions; those end with the line `last`. */
  hasText(last: number): boolean {
    return !this.#mayDefine() || this.#read(last).hasText;
  }

  /** Ends it with the line `last`: above its first one where that is the head of a table. */
  close(last: number): void {
    if (!this.#hasDefinitions && this.#comment === this.#lines.text.length) return;
    if (last < this.#line || (!this.#mayDefine() && !this.#hasComment(last))) return;
    const hidden = this.#read(last).hidden.map((line) => line + this.#line);
    if (hidden.length > 0) this.#kinds.hideAgain(hidden, this.#line);
  }

  get #start(): number {
    return this.#starts[0] ?? 0;
  }

  #mayDefine(): boolean {
    return this.#hasDefinitions && this.#lines.text.charCodeAt(this.#start) === BRACKET;
  }

  #hasComment(last: number): boolean {
    if (this.#comment < this.#start) {
      const next = this.#lines.text.indexOf('<!--', this.#start);
      this.#comment = next === -1 ? this.#lines.text.length : next;
    }
    return this.#comment < this.#lines.endOf(last);
  }

  #read(last: number): ParagraphLines {
    const starts = this.#starts.slice(0, last - this.#line + 1);
    return readParagraph(starts.map((_, at) => this.#content(at)).join('\n'));
  }

  /** Content of a line, counted from its first. */
  #content(at: number): string {
    return this.#lines.text.slice(this.#starts[at], this.#lines.endOf(this.#line + at));
  }
}
