import { type BlockStart, blockStartAt, closesFence, type Fence } from './blockStart';
import type { BlockTree } from './blockTree';
import { BULLET, MOST_INDENT } from './container';
import { ContainerStack } from './containerStack';
import { frontMatterAt } from './frontMatter';
import { type HtmlBlock, leavesRawOpen } from './htmlBlock';
import { LineCursor } from './lineCursor';
import { LineKinds } from './lineKinds';
import { OpenParagraph } from './openParagraph';
import { plainLineAt } from './plainLine';
import type { SourceLines } from './sourceLines';
import { isTableHead } from './table';

/** The block that the line before belongs to, within the innermost container. */
type Leaf = 'none' | 'paragraph' | 'table' | 'code' | 'fence' | 'html';

const UNDERLINE = /^(?:=+|-+)[ \t]*$/;
/** What begins to define an achievement: plans are written line by line, and the blank line below a tag is easily forgotten. */
const DEFINES = /^(?:\*\*|#{1,6}[ \t]{1,4}(?:\*\*)?)Achievement[ \t]{1,4}\d/;
/** `-`, `=`, `:`, `|` */
const CHANGES_TEXT_ABOVE = new Set([45, 61, 58, 124]);

/** For readers that ask which block a line belongs to, not only what it is. */
export interface BlockReading {
  /** Gets every block. */
  readonly tree: BlockTree;
  /**
   * Whether a line that would go on with the text above starts a paragraph of its own; where it stands further out than
   * that text, it ends what holds it.
   * @param content offset of its content
   */
  startsAnew(line: number, content: number): boolean;
}

/**
 * Walks over the lines with a stack of containers and the block that is open in the innermost one, as the appendix of
 * CommonMark describes it. Where remark departs from CommonMark, so does this (the comments say where): what the
 * product reads is what people see who open the document with other tools on top of remark.
 */
export class BlockScanner {
  readonly #lines: SourceLines;
  readonly #cursor: LineCursor;
  readonly #kinds: LineKinds;
  readonly #paragraph: OpenParagraph;
  readonly #containers = new ContainerStack();
  readonly #reading: BlockReading | undefined;
  #leaf: Leaf = 'none';
  #fence: Fence | undefined;
  #html: HtmlBlock | undefined;
  /** First line of the fence or HTML block that is open. */
  #hiddenFrom = 0;
  /** Whether a comment or an element whose content is no Markdown is open in the HTML block. */
  #isRaw = false;

  /** @param reading with it, tags hide their own lines only: what people put between them is read as Markdown */
  constructor(lines: SourceLines, reading?: BlockReading) {
    this.#lines = lines;
    this.#reading = reading;
    this.#cursor = new LineCursor(lines.text);
    this.#kinds = new LineKinds(lines);
    this.#paragraph = new OpenParagraph(lines, this.#kinds);
  }

  /** The kinds of all lines, and those that can mean something to a plan; see `ScannedLines`. */
  read(): Pick<LineKinds, 'kinds' | 'marked' | 'tables' | 'tags' | 'unclosed'> {
    const count = this.#lines.index.lineCount;
    // who reads blocks starts in the middle of a document
    const matter = this.#reading ? undefined : frontMatterAt(this.#lines.text);
    const first = matter?.isClosed ? this.#lines.index.lineAt(matter.opening.start) : count;
    for (let line = 0; line < count; line++) {
      const start = this.#lines.index.startOf(line);
      if (line >= first && start < (matter?.end ?? 0)) {
        this.#kinds.setHidden(line);
        continue;
      }
      if (!this.#readPlainLine(line, start)) this.#readLine(line, start);
    }
    if (this.#leaf === 'fence' || (this.#leaf === 'html' && (this.#html?.end !== undefined || this.#isRaw)))
      this.#kinds.setUnclosed(this.#hiddenFrom);
    this.#close(count - 1, 0);
    return this.#kinds;
  }

  /** Settles most lines at a glance: plans are read on every keystroke. */
  #readPlainLine(line: number, start: number): boolean {
    if (this.#leaf === 'fence' || this.#leaf === 'html') return false;
    switch (plainLineAt(this.#lines.text, start)) {
      case 'empty':
        if (this.#leaf === 'code' || !this.#containers.outlastBlank) return false;
        this.#kinds.setBlank(line);
        if (this.#leaf !== 'none') this.#close(line - 1, this.#containers.depth);
        return true;
      case 'text':
        this.#kinds.setText(line, start);
        this.#readText(line, start, 0);
        return true;
      case 'bullet':
        this.#close(line - 1, 0);
        this.#containers.push(BULLET);
        this.#reading?.tree.open('item', line, '-');
        this.#openParagraph(line, start + BULLET.size);
        return true;
      default:
        return false;
    }
  }

  #readLine(line: number, start: number): void {
    const cursor = this.#cursor;
    cursor.startLine(start, this.#lines.endOf(line));
    const within = this.#containers.goOn(cursor);
    const isWithin = within === this.#containers.depth;
    if (isWithin && this.#goesOnHidden(line)) return;
    const isLazy = !this.#enter(line, within) && !isWithin;
    const depth = isLazy ? within : this.#containers.depth;
    if (cursor.isBlank) this.#readBlank(line, depth);
    else if (cursor.indent > MOST_INDENT) this.#readIndented(line, depth, isLazy);
    else if (isLazy || !this.#endsTextAbove(line)) this.#readContent(line, depth, isLazy);
  }

  /** Reads a line of an open fence or HTML block, its last one included; false where neither goes on. */
  #goesOnHidden(line: number): boolean {
    if (this.#leaf === 'fence') {
      this.#kinds.setHidden(line);
      if (!this.#cursor.isBlank) this.#reading?.tree.goOn(line, this.#cursor.at);
      if (this.#fence && closesFence(this.#fence, this.#cursor)) this.#leaf = 'none';
      return true;
    }
    if (this.#leaf !== 'html' || this.#html === undefined) return false;
    if (this.#html.end === undefined && (this.#cursor.isBlank || this.#definesBelowTag(line))) return false;
    if (!this.#cursor.isBlank) this.#reading?.tree.goOn(line, this.#cursor.at);
    this.#readHtml(line, this.#html);
    return true;
  }

  #definesBelowTag(line: number): boolean {
    const start = this.#lines.index.startOf(line);
    if (this.#isRaw || this.#cursor.at !== start) return false;
    return DEFINES.test(this.#cursor.rest());
  }

  #readHtml(line: number, html: HtmlBlock): void {
    this.#kinds.setHidden(line);
    if (html.end === undefined) {
      if (!this.#isRaw) this.#kinds.setTag(line);
      this.#isRaw = leavesRawOpen(this.#cursor.rest(), this.#isRaw);
    }
    this.#html = html;
    const isOver = html.end ? html.end.test(this.#cursor.rest()) : this.#reading !== undefined;
    this.#leaf = isOver ? 'none' : 'html';
  }

  /** Opens the containers that start on the line; false where there are none. */
  #enter(line: number, within: number): boolean {
    // remark: a list can interrupt indented code no more than text, and what starts in a new container neither
    const interrupts =
      within === this.#containers.depth && (this.#leaf === 'paragraph' || this.#leaf === 'code');
    const started = this.#containers.read(this.#cursor, within, interrupts);
    if (started.length === 0) return false;
    this.#close(line - 1, within);
    for (const container of started) {
      this.#containers.push(container);
      this.#reading?.tree.open(container.kind, line, container.mark);
    }
    return true;
  }

  #readBlank(line: number, depth: number): void {
    if (this.#cursor.isBehindMark) this.#kinds.setText(line);
    else this.#kinds.setBlank(line);
    if (this.#leaf !== 'code' || depth < this.#containers.depth) this.#close(line - 1, depth);
  }

  #readIndented(line: number, depth: number, isLazy: boolean): void {
    if (this.#leaf === 'paragraph') {
      if (this.#reading?.startsAnew(line, this.#cursor.at)) this.#startText(line, this.#cursor.at, depth);
      else this.#goOnText(line, this.#cursor.at, false);
      return;
    }
    this.#close(line - 1, depth);
    this.#reading?.tree.start('code', line, this.#cursor.at);
    // remark: code that ends a container ends with its line
    this.#leaf = isLazy ? 'none' : 'code';
  }

  /** True for a line that makes something else of the text above: an underlined heading or a table. */
  #endsTextAbove(line: number): boolean {
    if (this.#leaf !== 'paragraph' || !CHANGES_TEXT_ABOVE.has(this.#cursor.code)) return false;
    const rest = this.#cursor.rest();
    const head = this.#paragraph.possibleHead();
    const isTable = head !== undefined && isTableHead(head, rest);
    if (!isTable && !UNDERLINE.test(rest)) return false;
    const isUnderline = !isTable && this.#paragraph.hasText(line - 1);
    this.#close(isTable ? line - 2 : line - 1, this.#containers.depth);
    if (isTable) {
      this.#leaf = 'table';
      this.#kinds.setTable(line - 1);
      this.#reading?.tree.makeTable(line - 1);
      this.#reading?.tree.goOn(line, this.#cursor.at);
    } else if (isUnderline) {
      this.#reading?.tree.start('break', line, this.#cursor.at);
    }
    return isTable || isUnderline;
  }

  #readContent(line: number, depth: number, isLazy: boolean): void {
    const isInText = this.#leaf === 'paragraph';
    const block = blockStartAt(this.#cursor, isLazy || !isInText);
    if (block === undefined) {
      this.#kinds.setText(line);
      this.#readText(line, this.#cursor.at, depth);
      return;
    }
    // remark: a tag alone on its line stays in the containers of the text above
    const isLoneTag = isInText && block.kind === 'html' && block.html.isLone;
    this.#close(line - 1, isLoneTag ? this.#containers.depth : depth);
    this.#startBlock(line, block);
  }

  #readText(line: number, start: number, depth: number): void {
    const isTable = this.#leaf === 'table' && depth === this.#containers.depth;
    const goesOn = (isTable || this.#leaf === 'paragraph') && !this.#reading?.startsAnew(line, start);
    if (!goesOn) this.#startText(line, start, depth);
    else if (isTable) this.#reading?.tree.goOn(line, start);
    else this.#goOnText(line, start, true);
  }

  #startText(line: number, start: number, depth: number): void {
    this.#close(line - 1, depth);
    this.#openParagraph(line, start);
  }

  #goOnText(line: number, start: number, mayBeHead: boolean): void {
    this.#paragraph.goOn(start, mayBeHead);
    this.#reading?.tree.goOn(line, start);
  }

  #openParagraph(line: number, start: number): void {
    this.#leaf = 'paragraph';
    this.#paragraph.open(line, start);
    this.#reading?.tree.start('paragraph', line, start);
  }

  #startBlock(line: number, block: BlockStart): void {
    this.#reading?.tree.start(block.kind, line, this.#cursor.at);
    this.#hiddenFrom = line;
    if (block.kind === 'html') {
      this.#isRaw = false;
      this.#readHtml(line, block.html);
    } else if (block.kind === 'fence') {
      this.#kinds.setHidden(line);
      this.#leaf = 'fence';
      this.#fence = block.fence;
    } else if (block.kind === 'heading' && !this.#cursor.isBehindMark && !this.#containers.hasFootnote) {
      this.#kinds.setHeading(line);
    } else {
      this.#kinds.setText(line);
    }
  }

  /** Ends the open block with the line `last`, and the containers from `depth` on. */
  #close(last: number, depth: number): void {
    if (this.#leaf === 'paragraph') this.#paragraph.close(last);
    this.#leaf = 'none';
    this.#containers.closeTo(depth);
    this.#reading?.tree.closeTo(depth);
  }
}
