import type { TextChange } from './textChange';

/** A half-open range of UTF-16 offsets into one document: `start` inclusive, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A span in a document named by its URI. */
export interface Place {
  readonly uri: string;
  readonly span: Span;
}

/** A zero-based line and UTF-16 column, as in the Language Server Protocol. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export const span = (start: number, end: number): Span => ({ start, end });

export const sliceOf = (text: string, { start, end }: Span): string => text.slice(start, end);

/** How the document breaks its lines. */
export const lineBreakOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');

/** One step of a document's indentation: that of its first indented line, else two blanks. */
export const indentationOf = (text: string): string => /\n([ \t]+)/.exec(text)?.[1] ?? '  ';

/** What one character can say, and what one call takes as arguments everywhere. */
const LONGEST_LINE = 0xffff;
const MOST_LINES = 10_000;
/** With more lines than that, places are looked up in a table, which then stays. */
const FEW_LINES = 1_000;

/** Line starts of a document; converts offsets to positions without keeping the text. */
export class LineIndex {
  #starts: Uint32Array | undefined;
  /** In the place of the starts: the length of each line as a character. */
  #lengths: string | undefined;
  /** Length of the document in UTF-16 units. */
  readonly length: number;

  constructor(text: string, starts = new Uint32Array(startsBetween(text, 0, text.length, [0]))) {
    this.#starts = starts;
    this.length = text.length;
  }

  /** The lines of `text`, which is the document after a change: only what is new in it is gone through. */
  after(text: string, { start, end, shift }: TextChange): LineIndex {
    const starts = this.#table;
    if (!starts) return new LineIndex(text);
    const kept = this.lineAt(start) + 1;
    const behind = this.lineAt(end - shift) + 1;
    const added = startsBetween(text, start, end);
    const next = new Uint32Array(kept + added.length + starts.length - behind);
    next.set(starts.subarray(0, kept));
    next.set(added, kept);
    for (let line = behind, to = kept + added.length; line < starts.length; line++, to++) {
      next[to] = (starts[line] ?? 0) + shift;
    }
    return new LineIndex(text, next);
  }

  /**
   * Takes a tenth of the memory from now on, and more time for each question; workspaces have tens of thousands of short
   * documents.
   */
  putAway(): void {
    const starts = this.#starts;
    if (!starts) return;
    const lengths = Array.from(starts, (start, line) => (starts[line + 1] ?? this.length) - start);
    if (lengths.length > MOST_LINES || lengths.some((length) => length > LONGEST_LINE)) return;
    this.#lengths = String.fromCharCode(...lengths);
    this.#starts = undefined;
  }

  /** Of few lines that were put away there is none: they are counted at every question. */
  get #table(): Uint32Array | undefined {
    const lengths = this.#lengths;
    if (lengths === undefined || lengths.length <= FEW_LINES) return this.#starts;
    const starts = new Uint32Array(lengths.length);
    for (let line = 1; line < starts.length; line++) {
      starts[line] = (starts[line - 1] ?? 0) + lengths.charCodeAt(line - 1);
    }
    this.#starts = starts;
    this.#lengths = undefined;
    return starts;
  }

  get lineCount(): number {
    return this.#starts?.length ?? this.#lengths?.length ?? 0;
  }

  /** Offset of the first character of a zero-based line; the document's length past its end. */
  startOf(line: number): number {
    const starts = this.#starts ?? this.#table;
    return (starts ? starts[line] : countedStart(this.#lengths ?? '', line)) ?? this.length;
  }

  /** Zero-based line of `offset`; offsets outside the document are clamped into it. */
  lineAt(offset: number): number {
    const starts = this.#table;
    if (!starts) return countedLine(this.#lengths ?? '', offset);
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  positionAt(offset: number): Position {
    const clamped = Math.max(0, Math.min(offset, this.length));
    const line = this.lineAt(clamped);
    return { line, character: clamped - this.startOf(line) };
  }
}

/** Adds the lines that begin behind a line break from `from` up to `to`. */
const startsBetween = (text: string, from: number, to: number, starts: number[] = []): readonly number[] => {
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) {
    starts.push(at + 1);
  }
  return starts;
};

const countedStart = (lengths: string, line: number): number | undefined => {
  if (line < 0 || line >= lengths.length) return undefined;
  let start = 0;
  for (let at = 0; at < line; at++) start += lengths.charCodeAt(at);
  return start;
};

const countedLine = (lengths: string, offset: number): number => {
  let start = 0;
  for (let line = 1; line < lengths.length; line++) {
    start += lengths.charCodeAt(line - 1);
    if (start > offset) return line - 1;
  }
  return lengths.length - 1;
};
