const TAB = 9;
const SPACE = 32;

export const isBlankCode = (code: number): boolean => code === SPACE || code === TAB;

/**
 * A place in a line, between the marks of its containers and its content. White space is counted in columns, a tab
 * reaching to the next multiple of four: so part of a tab can belong to a container and the rest to its content.
 */
export class LineCursor {
  readonly text: string;
  /** Offset of the first character behind the cursor that is no white space; `end` where there is none. */
  at = 0;
  /** Offset of the end of the line. */
  end = 0;
  /** True when a mark (`>`, `-`, `1.`) of this line stands before the cursor. */
  isBehindMark = false;
  #column = 0;
  #contentColumn = 0;

  constructor(text: string) {
    this.text = text;
  }

  startLine(start: number, end: number): void {
    this.at = start;
    this.end = end;
    this.isBehindMark = false;
    this.#column = 0;
    this.#contentColumn = 0;
    this.#findContent();
  }

  /** Columns of white space between the cursor and `at`. */
  get indent(): number {
    return this.#contentColumn - this.#column;
  }

  get isBlank(): boolean {
    return this.at === this.end;
  }

  /** The character at `at`; NaN at the end of the line. */
  get code(): number {
    return this.codeAt(this.at);
  }

  codeAt(offset: number): number {
    return offset < this.end ? this.text.charCodeAt(offset) : Number.NaN;
  }

  /** The line from `at`. */
  rest(): string {
    return this.text.slice(this.at, this.end);
  }

  /** Moves over white space, at most all there is. */
  skipColumns(count: number): void {
    this.#column = Math.min(this.#column + count, this.#contentColumn);
  }

  /** Moves behind a mark of `length` characters that starts at `at`. */
  skipMark(length: number): void {
    this.isBehindMark = true;
    this.at += length;
    this.#contentColumn += length;
    this.#column = this.#contentColumn;
    this.#findContent();
  }

  #findContent(): void {
    for (; this.at < this.end; this.at++) {
      const code = this.text.charCodeAt(this.at);
      if (code === SPACE) this.#contentColumn++;
      else if (code === TAB) this.#contentColumn += 4 - (this.#contentColumn % 4);
      else return;
    }
  }
}
