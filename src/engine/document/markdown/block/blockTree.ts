export type BlockKind =
  | 'document'
  | 'quote'
  | 'item'
  | 'footnote'
  | 'paragraph'
  | 'table'
  | 'code'
  | 'fence'
  | 'html'
  | 'heading'
  | 'break';

/** A block of a text with those inside it; lines are zero-based. */
export interface Block {
  readonly kind: BlockKind;
  readonly first: number;
  /** The last line with content. */
  readonly last: number;
  /** What a list item starts with: its bullet, or what stands behind its number. */
  readonly mark: string;
  readonly children: readonly Block[];
}

interface OpenBlock extends Block {
  first: number;
  last: number;
  readonly children: OpenBlock[];
}

/** Puts the blocks together as the scanner comes upon them. */
export class BlockTree {
  readonly root: OpenBlock = blockOf('document', 0);
  /** Where the content of each line starts, behind the marks of its containers: an offset. */
  readonly contents: number[] = [];
  readonly #open: OpenBlock[] = [this.root];

  /** The block that the line before belongs to. */
  get current(): Block {
    return this.#innermost.children.at(-1) ?? this.root;
  }

  get #innermost(): OpenBlock {
    return this.#open.at(-1) ?? this.root;
  }

  /** Opens a container on a line. */
  open(kind: 'quote' | 'item' | 'footnote', line: number, mark: string): void {
    const block = blockOf(kind, line, mark);
    this.#innermost.children.push(block);
    this.#open.push(block);
    this.#reach(line);
  }

  /** Closes the containers from `depth` on. */
  closeTo(depth: number): void {
    if (this.#open.length > depth + 1) this.#open.length = depth + 1;
  }

  /** Starts a block that holds no others. */
  start(
    kind: Exclude<BlockKind, 'document' | 'quote' | 'item' | 'footnote'>,
    line: number,
    content: number,
  ): void {
    const last = this.#innermost.children.at(-1);
    // indented code comes line by line
    if (kind !== 'code' || last?.kind !== 'code') this.#innermost.children.push(blockOf(kind, line));
    this.goOn(line, content);
  }

  /** A line of the block started last. */
  goOn(line: number, content: number): void {
    this.contents[line] = content;
    const block = this.#innermost.children.at(-1);
    if (block) block.last = line;
    this.#reach(line);
  }

  /** The last line of the paragraph is the head of a table. */
  makeTable(head: number): void {
    const siblings = this.#innermost.children;
    const text = siblings.at(-1);
    if (text && text.first === head) siblings.pop();
    else if (text) text.last = head - 1;
    siblings.push(blockOf('table', head));
  }

  #reach(line: number): void {
    for (const block of this.#open) block.last = line;
  }
}

const blockOf = (kind: BlockKind, line: number, mark = ''): OpenBlock => ({
  kind,
  first: line,
  last: line,
  mark,
  children: [],
});
