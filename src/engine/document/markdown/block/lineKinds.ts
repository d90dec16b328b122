import type { SourceLines } from './sourceLines';

const STAR = 42;

/** The kinds of the lines as far as they are read. */
export class LineKinds {
  readonly #lines: SourceLines;
  readonly kinds: LineKind[];
  readonly marked: number[] = [];
  readonly tables: number[] = [];
  readonly tags: number[] = [];
  unclosed: number | undefined;

  constructor(lines: SourceLines) {
    this.#lines = lines;
    this.kinds = new Array<LineKind>(lines.index.lineCount).fill('text');
  }

  setBlank(line: number): void {
    this.kinds[line] = 'blank';
  }

  setHeading(line: number): void {
    this.kinds[line] = 'heading';
    this.marked.push(line);
  }

  /** @param start offset of the line */
  setText(line: number, start = this.#lines.index.startOf(line)): void {
    if (this.#lines.text.charCodeAt(start) === STAR) this.marked.push(line);
  }

  /** @param head the first line of a table */
  setTable(head: number): void {
    this.tables.push(head);
  }

  /** A line between tags, or with some, that is neither comment nor code. */
  setTag(line: number): void {
    this.tags.push(line);
  }

  /** @param first the line that opens what is open at the end of the document */
  setUnclosed(first: number): void {
    this.unclosed = first;
  }

  setHidden(line: number): void {
    this.kinds[line] = 'hidden';
  }

  /** Hides lines that were read as text; none above `first` is among them. */
  hideAgain(hidden: readonly number[], first: number): void {
    for (const line of hidden) this.kinds[line] = 'hidden';
    const above = this.marked.findLastIndex((line) => line < first);
    const kept = this.marked.splice(above + 1).filter((line) => this.kinds[line] !== 'hidden');
    for (const line of kept) this.marked.push(line);
  }
}

/** What a line of Markdown is, as far as reading a plan needs to know. */
export type LineKind = 'blank' | 'text' | 'heading' | 'hidden';
