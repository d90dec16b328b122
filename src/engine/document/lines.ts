import { LineIndex } from '../model/text';

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
const HEADING = /^#{1,6}(?:[ \t]|$)/;
const ITEM = /^(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$)[ \t]*/;
const BLOCK_TAGS =
  'address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul';

/** HTML block starts of CommonMark 4.6, kinds 1 to 6, with what ends them; no end means a blank line. */
const HTML_BLOCKS: readonly { readonly start: RegExp; readonly end?: RegExp }[] = [
  { start: /^<(?:script|pre|style|textarea)(?:[\s>]|$)/i, end: /<\/(?:script|pre|style|textarea)>/i },
  { start: /^<!--/, end: /-->/ },
  { start: /^<\?/, end: /\?>/ },
  { start: /^<![a-z]/i, end: />/ },
  { start: /^<!\[CDATA\[/, end: /\]\]>/ },
  { start: new RegExp(`^</?(?:${BLOCK_TAGS})(?:\\s|/?>|$)`, 'i') },
];
/** Kind 7: a complete tag alone on its line; it cannot interrupt a paragraph. */
const LONE_TAG =
  /^(?:<[a-z][\w-]*(?:\s+[\w:@.-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*\s*\/?>|<\/[a-z][\w-]*\s*>)\s*$/i;

const SPACE = 32;
const TAB = 9;
const RETURN = 13;

/** Columns of white space in front; a tab goes to the next multiple of four. */
const columnsOf = (line: string): number => {
  let columns = 0;
  for (let at = 0; ; at++) {
    const code = line.charCodeAt(at);
    if (code === SPACE) columns++;
    else if (code === TAB) columns += 4 - (columns % 4);
    else return columns;
  }
};

/** Reads the block structure of `text` line by line, in one pass and without recursion. */
export const scanLines = (text: string): ScannedLines => {
  const index = new LineIndex(text);
  const textOf = (line: number): string => {
    const start = index.startOf(line);
    const next = index.startOf(line + 1);
    let end = line + 1 < index.lineCount ? next - 1 : next;
    if (end > start && text.charCodeAt(end - 1) === RETURN) end--;
    return text.slice(start, end);
  };
  const firstCodeOf = (line: number): number => text.charCodeAt(index.startOf(line));
  return { index, textOf, firstCodeOf, kinds: new Scanner(text, index.lineCount, textOf, firstCodeOf).run() };
};

class Scanner {
  readonly #count: number;
  readonly #textOf: (line: number) => string;
  readonly #firstCodeOf: (line: number) => number;
  /** Most documents have none, which spares a look into every line. */
  readonly #hasComments: boolean;
  readonly #kinds: LineKind[] = [];
  #fence: Fence | undefined;
  /** Content columns of the open list items, outermost first. */
  #items: number[] = [];

  constructor(
    text: string,
    count: number,
    textOf: (line: number) => string,
    firstCodeOf: (line: number) => number,
  ) {
    this.#count = count;
    this.#textOf = textOf;
    this.#firstCodeOf = firstCodeOf;
    this.#hasComments = text.includes('<!--');
  }

  run(): readonly LineKind[] {
    let line = this.#skipFrontMatter();
    while (line < this.#count) line = this.#readPlainLine(line) || this.#readLine(line);
    return this.#kinds;
  }

  #skipFrontMatter(): number {
    if (!/^\uFEFF?---[ \t]*$/.test(this.#textOf(0))) return 0;
    for (let line = 1; line < this.#count; line++) {
      if (/^(?:---|\.\.\.)[ \t]*$/.test(this.#textOf(line))) return this.#hideThrough(0, line);
    }
    return 0;
  }

  /** Hides the lines from `first` to `last`; answers with the line after. */
  #hideThrough(first: number, last: number): number {
    for (let line = first; line <= last; line++) this.#kinds[line] = 'hidden';
    return last + 1;
  }

  /** The line after one that starts with a letter and can be nothing but text; 0 for all others. */
  #readPlainLine(line: number): number {
    if (this.#fence || this.#hasComments || !isLetter(this.#firstCodeOf(line))) return 0;
    if (this.#items.length > 0) this.#items = [];
    this.#kinds[line] = 'text';
    return line + 1;
  }

  #readLine(line: number): number {
    const raw = this.#textOf(line);
    const content = raw.trimStart();
    if (this.#fence) {
      if (this.#isInFence(this.#fence, raw, content)) return this.#hideThrough(line, line);
      this.#fence = undefined;
    }
    if (content === '') {
      this.#kinds[line] = 'blank';
      return line + 1;
    }
    return this.#readContent(line, raw, content);
  }

  /** True for a line of the fence, its closing line (which ends it) included. */
  #isInFence(fence: Fence, raw: string, content: string): boolean {
    if (content === '') return true;
    if (columnsOf(raw) < fence.container) return false;
    const closing = content.trimEnd();
    if (closing.length >= fence.length && closing === fence.mark.repeat(closing.length))
      this.#fence = undefined;
    return true;
  }

  #readContent(line: number, raw: string, content: string): number {
    let column = columnsOf(raw);
    while (this.#items.length > 0 && column < (this.#items.at(-1) ?? 0)) this.#items.pop();
    const container = this.#items.at(-1) ?? 0;
    if (column - container > 3) {
      this.#kinds[line] = 'text';
      return line + 1;
    }
    let rest = content;
    while (canStartItem(rest)) {
      const item = ITEM.exec(rest);
      if (!item || isThematicBreak(rest)) break;
      column += item[0].length;
      this.#items.push(column);
      rest = rest.slice(item[0].length);
    }
    return this.#readBlock(line, rest, rest === content);
  }

  #readBlock(line: number, rest: string, outsideItem: boolean): number {
    const fence = rest.startsWith('```') || rest.startsWith('~~~') ? FENCE.exec(rest) : null;
    if (fence?.[1] && !(fence[1].startsWith('`') && fence[2]?.includes('`'))) {
      this.#fence = { mark: fence[1].charAt(0), length: fence[1].length, container: this.#items.at(-1) ?? 0 };
      return this.#hideThrough(line, line);
    }
    if (rest.startsWith('<')) {
      const end = this.#endOfHtml(line, rest);
      if (end !== undefined) return this.#hideThrough(line, end);
    }
    if (outsideItem && rest.startsWith('#') && HEADING.test(rest)) {
      this.#kinds[line] = 'heading';
      return line + 1;
    }
    this.#kinds[line] = 'text';
    return this.#hasComments ? this.#hideThrough(line + 1, this.#endOfInlineComment(line, rest)) : line + 1;
  }

  /** Last line of the HTML block that starts on `line`; undefined when none does. */
  #endOfHtml(line: number, rest: string): number | undefined {
    const block = HTML_BLOCKS.find(({ start }) => start.test(rest));
    const afterText = line > 0 && this.#kinds[line - 1] === 'text';
    if (!block && (afterText || !LONE_TAG.test(rest))) return undefined;
    for (let at = line; at < this.#count; at++) {
      const text = at === line ? rest : this.#textOf(at);
      if (block?.end ? block.end.test(text) : at > line && text.trim() === '')
        return block?.end ? at : at - 1;
    }
    return this.#count - 1;
  }

  /** Last line of a comment opened in the middle of `line` and closed in the same paragraph; else `line`. */
  #endOfInlineComment(line: number, rest: string): number {
    if (!rest.includes('<!--')) return line;
    const open = rest.replace(/`[^`]*`/g, (code) => ' '.repeat(code.length)).lastIndexOf('<!--');
    if (open === -1 || rest.indexOf('-->', open + 4) !== -1) return line;
    for (let at = line + 1; at < this.#count; at++) {
      const text = this.#textOf(at);
      if (text.trim() === '') return line;
      if (text.includes('-->')) return at;
    }
    return line;
  }
}

const isLetter = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122);

/** A digit, `*`, `+` or `-`: worth trying the pattern of a list marker. */
const canStartItem = (rest: string): boolean => {
  const code = rest.charCodeAt(0);
  return (code >= 48 && code <= 57) || code === 42 || code === 43 || code === 45;
};

const isThematicBreak = (rest: string): boolean =>
  /^(?:[-*_][ \t]*){3,}$/.test(rest) && new Set(rest.replace(/\s/g, '')).size === 1;
