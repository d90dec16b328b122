import { LineIndex } from '../model/text';
import { htmlBlockAt } from './htmlBlock';

/** What a line of Markdown is, as far as reading a plan needs to know. */
export type LineKind = 'blank' | 'text' | 'heading' | 'hidden';

/**
 * The lines of a Markdown document, each with its kind. `hidden` lines are never content: fenced code,
 * comments, raw HTML blocks, front matter. Block rules are CommonMark 0.31's, with one deliberate
 * difference: a line at column 0 is never a lazy continuation of a list item above it, because plans are
 * written (and were always read) line by line.
 */
export interface ScannedLines {
  readonly index: LineIndex;
  readonly kinds: readonly LineKind[];
  /** The lines, in order, that can mean something to a plan: headings, and text that starts with `*` at column 0. */
  readonly marked: readonly number[];
  /** Text of a zero-based line without its line break. */
  textOf(line: number): string;
  /** Its first UTF-16 unit (a line break's where it is empty): a cheap look before the text is cut out. */
  firstCodeOf(line: number): number;
}

interface Fence {
  readonly mark: string;
  readonly length: number;
  /** Column a line must reach to be inside the list item that holds the fence; 0 outside lists. */
  readonly container: number;
}

const FENCE = /^(`{3,}|~{3,})([^\n]*)$/;
/** Lines that end the paragraph above. */
const INTERRUPTS =
  /^ {0,3}(?:#{1,6}(?:[ \t]|$)|`{3}|~{3}|>|[-*+][ \t]|1[.)][ \t]|<(?:script|\/?details|!|\?)|-+[ \t]*$|=+[ \t]*$|\*{3,}[ \t]*$)/;
const HEADING = /^#{1,6}(?:[ \t]|$)/;
/** List markers looked at in one line: nobody nests deeper, and hostile text must not cost more. */
const MAX_MARKERS = 32;
const NUMBER_MARKER = /^\d{1,9}[.)](?=[ \t]|$)/;
const TAB = 9;
const NEWLINE = 10;
const RETURN = 13;
const SPACE = 32;
const HASH = 35;
const STAR = 42;
const DASH = 45;
const LESS = 60;

const isBlank = (code: number): boolean => code === SPACE || code === TAB;
const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
const isDigit = (code: number): boolean => code >= 48 && code <= 57;
/** `-`, `*`, `+` */
const isBullet = (code: number): boolean => code === 45 || code === 42 || code === 43;
/** `` ` ``, `~` */
const isFenceMark = (code: number): boolean => code === 96 || code === 126;

/** Reads the block structure of `text` line by line, in one pass and without recursion. */
export const scanLines = (text: string): ScannedLines => {
  const index = new LineIndex(text);
  const endOf = (line: number): number => {
    const next = index.startOf(line + 1);
    const end = line + 1 < index.lineCount ? next - 1 : next;
    return end > index.startOf(line) && text.charCodeAt(end - 1) === RETURN ? end - 1 : end;
  };
  const scanner = new Scanner(text, index, endOf);
  scanner.run();
  return {
    index,
    kinds: scanner.kinds,
    marked: scanner.marked,
    textOf: (line) => text.slice(index.startOf(line), endOf(line)),
    firstCodeOf: (line) => text.charCodeAt(index.startOf(line)),
  };
};

/**
 * Walks over the lines. It looks at single characters as long as it can and cuts a line out only where a fence,
 * a tag, a heading or a comment may stand: plans are read on every keystroke.
 */
class Scanner {
  readonly #text: string;
  readonly #index: LineIndex;
  readonly #endOf: (line: number) => number;
  readonly #count: number;
  /** Most documents have none, which spares a look into every line. */
  readonly #hasComments: boolean;
  readonly kinds: LineKind[];
  readonly marked: number[] = [];
  #fence: Fence | undefined;
  /** True where the line before belongs to a paragraph, which not every block can interrupt. */
  #isInParagraph = false;
  /** True where that paragraph stands in a block quote. */
  #isQuoted = false;
  /** Content columns of the open list items, outermost first. */
  readonly #items: number[] = [];
  /** Where the cursor stands: an offset, its column, the end of its line. */
  #at = 0;
  #column = 0;
  #end = 0;

  constructor(text: string, index: LineIndex, endOf: (line: number) => number) {
    this.#text = text;
    this.#index = index;
    this.#endOf = endOf;
    this.#count = index.lineCount;
    this.#hasComments = text.includes('<!--');
    this.kinds = new Array<LineKind>(index.lineCount).fill('text');
  }

  run(): void {
    let line = this.#skipFrontMatter();
    while (line < this.#count) {
      const start = this.#index.startOf(line);
      line =
        !this.#hasComments && this.#fence === undefined && this.#isPlain(line, start)
          ? line + 1
          : this.#readLine(line);
    }
  }

  /**
   * Settles most lines at a glance: empty ones, paragraphs, bold lines and bullets at column 0 whose content
   * starts with a letter or bold. Only without comments and outside fences.
   */
  #isPlain(line: number, start: number): boolean {
    const code = this.#text.charCodeAt(start);
    if (code === NEWLINE) {
      this.kinds[line] = 'blank';
      this.#isInParagraph = false;
      return true;
    }
    const next = this.#text.charCodeAt(start + 1);
    const isBold = code === STAR && next === STAR && this.#text.charCodeAt(start + 2) !== STAR;
    if (isBold || isLetter(code)) {
      if (isBold) this.marked.push(line);
      this.#items.length = 0;
      this.#isInParagraph = true;
      return true;
    }
    if (code !== DASH || next !== SPACE) return false;
    const content = this.#text.charCodeAt(start + 2);
    if (content !== STAR && !isLetter(content)) return false;
    this.#items.length = 0;
    this.#items.push(2);
    this.#isInParagraph = true;
    return true;
  }

  #lineText(line: number): string {
    return this.#text.slice(this.#index.startOf(line), this.#endOf(line));
  }

  /** The rest of the line behind the cursor. */
  #rest(): string {
    return this.#text.slice(this.#at, this.#end);
  }

  #code(): number {
    return this.#at < this.#end ? this.#text.charCodeAt(this.#at) : Number.NaN;
  }

  #skipFrontMatter(): number {
    if (!/^\uFEFF?---[ \t]*$/.test(this.#lineText(0))) return 0;
    for (let line = 1; line < this.#count; line++) {
      if (/^(?:---|\.\.\.)[ \t]*$/.test(this.#lineText(line))) return this.#hideThrough(0, line);
    }
    return 0;
  }

  /** Hides the lines from `first` to `last`; answers with the line after. */
  #hideThrough(first: number, last: number): number {
    for (let line = first; line <= last; line++) this.kinds[line] = 'hidden';
    this.#isInParagraph = false;
    return last + 1;
  }

  #readLine(line: number): number {
    this.#at = this.#index.startOf(line);
    this.#column = 0;
    this.#end = this.#endOf(line);
    this.#skipBlanks();
    if (this.#fence) {
      if (this.#isInFence(this.#fence)) return this.#hideThrough(line, line);
      this.#fence = undefined;
    }
    if (this.#at === this.#end) {
      this.kinds[line] = 'blank';
      this.#isInParagraph = false;
      return line + 1;
    }
    const depth = this.#items.length;
    while (this.#items.length > 0 && this.#column < (this.#items.at(-1) ?? 0)) this.#items.pop();
    const interrupts = this.#isInParagraph && !this.#isQuoted && depth === this.#items.length;
    if (this.#column - (this.#items.at(-1) ?? 0) > 3) return line + 1;
    return this.#readBlock(line, this.#enterItems(interrupts));
  }

  #skipBlanks(): void {
    for (; this.#at < this.#end; this.#at++) {
      const code = this.#text.charCodeAt(this.#at);
      if (!isBlank(code)) return;
      this.#column += code === TAB ? 4 - (this.#column % 4) : 1;
    }
  }

  /** True for a line of the fence, its closing line (which ends it) included. */
  #isInFence(fence: Fence): boolean {
    if (this.#at === this.#end) return true;
    if (this.#column < fence.container) return false;
    if (isFenceMark(this.#code()) && this.#column - fence.container <= 3) {
      const closing = this.#rest().trimEnd();
      const closes = closing.length >= fence.length && closing === fence.mark.repeat(closing.length);
      if (closes) this.#fence = undefined;
    }
    return true;
  }

  /**
   * Moves behind the list markers at the cursor; false when there are none. A paragraph is interrupted only by an item
   * that has content, and a number that is 1.
   */
  #enterItems(interrupts: boolean): boolean {
    if (interrupts && /^(?!1[.)])\d|^\S{1,10}[ \t]*$/.test(this.#rest())) return false;
    for (let depth = 0; depth < MAX_MARKERS; depth++) {
      const length = this.#markerLength();
      if (length === 0) return depth > 0;
      this.#at += length;
      this.#column += length;
      this.#skipBlanks();
      this.#items.push(this.#column);
    }
    return true;
  }

  /** Length of the list marker at the cursor; 0 where there is none. */
  #markerLength(): number {
    const code = this.#code();
    if (isBullet(code)) {
      const next = this.#text.charCodeAt(this.#at + 1);
      if (this.#at + 1 < this.#end && !isBlank(next)) return 0;
      return isThematicBreak(this.#text, this.#at, this.#end) ? 0 : 1;
    }
    return isDigit(code) ? (NUMBER_MARKER.exec(this.#rest())?.[0].length ?? 0) : 0;
  }

  #readBlock(line: number, isItem: boolean): number {
    const code = this.#code();
    if (isFenceMark(code) && this.#openFence()) return this.#hideThrough(line, line);
    if (code === LESS) {
      const end = this.#endOfHtml(line, this.#rest());
      if (end !== undefined) return this.#hideThrough(line, end);
    }
    if (code === HASH && !isItem && HEADING.test(this.#rest())) {
      this.kinds[line] = 'heading';
      this.#isInParagraph = false;
      this.marked.push(line);
      return line + 1;
    }
    if (this.#text.charCodeAt(this.#index.startOf(line)) === STAR) this.marked.push(line);
    const isParagraph = this.#isParagraph();
    const next = this.#hasComments
      ? this.#hideThrough(line + 1, this.#endOfInlineComment(line, this.#rest()))
      : line + 1;
    this.#isInParagraph = isParagraph;
    return next;
  }

  /** Whether the text behind the cursor is part of a paragraph; lines with nothing but marks are none. */
  #isParagraph(): boolean {
    const text = this.#rest();
    this.#isQuoted = text.startsWith('>');
    if (/^[> \t]*(?:`{3}[^`]*|~{3}.*)?$/.test(text)) return false;
    if (/^=+[ \t]*$/.test(text)) return !this.#isInParagraph;
    return !/^(?:-+|(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})[ \t]*$/.test(text);
  }

  #openFence(): boolean {
    const [, marks, info] = FENCE.exec(this.#rest()) ?? [];
    if (!marks || (marks.startsWith('`') && info?.includes('`'))) return false;
    this.#fence = { mark: marks.charAt(0), length: marks.length, container: this.#items.at(-1) ?? 0 };
    return true;
  }

  /** Last line of the HTML block that starts on `line`; undefined when none does. */
  #endOfHtml(line: number, rest: string): number | undefined {
    const block = htmlBlockAt(rest, this.#isInParagraph);
    if (!block) return undefined;
    for (let at = line; at < this.#count; at++) {
      const isFirst = at === line;
      if (block.isEnd(isFirst ? rest : this.#lineText(at), isFirst)) return block.endBelongs ? at : at - 1;
    }
    return this.#count - 1;
  }

  /** Last line of a comment opened in the middle of `line` and closed in the same paragraph; else `line`. */
  #endOfInlineComment(line: number, rest: string): number {
    if (!rest.includes('<!--')) return line;
    const open = rest.replace(/`[^`]*`/g, (code) => ' '.repeat(code.length)).lastIndexOf('<!--');
    if (open === -1 || rest.indexOf('-->', open + 4) !== -1) return line;
    for (let at = line + 1; at < this.#count; at++) {
      const text = this.#lineText(at);
      if (text.trim() === '' || INTERRUPTS.test(text)) return line;
      if (text.includes('-->')) return at;
    }
    return line;
  }
}

/** Three or more of the same mark and nothing else but white space. */
const isThematicBreak = (text: string, start: number, end: number): boolean => {
  const mark = text.charCodeAt(start);
  let count = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === mark) count++;
    else if (!isBlank(code)) return false;
  }
  return count >= 3;
};
