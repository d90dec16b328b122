import { BlockScanner } from '../markdown/block/blockScanner';
import { type Block, BlockTree } from '../markdown/block/blockTree';
import type { LineKind } from '../markdown/block/lineKinds';
import { SourceLines } from '../markdown/block/sourceLines';
import type { ScannedLines } from '../markdown/lines';
import type { Vocabulary } from '../words/vocabulary';
import { readLabel } from './label/label';

/** Some lines of a document as blocks of Markdown; offsets and lines count from the first of them. */
export interface LabelledBlocks {
  readonly lines: SourceLines;
  readonly kinds: readonly LineKind[];
  readonly blocks: readonly Block[];
  /** Column of a line at which its content starts, behind the marks of its containers. */
  contentOf(line: number): number;
}

/**
 * The blocks of some lines as CommonMark has them, but for two things: plans are written line by line, so a line within
 * a text that starts with a label is a paragraph of its own; and what stands between tags is read.
 */
export const labelledBlocks = (
  scan: ScannedLines,
  firstLine: number,
  lastLine: number,
  vocabulary: Vocabulary,
): LabelledBlocks => {
  const lines = new SourceLines(scan.textBetween(firstLine, lastLine));
  const tree = new BlockTree();
  const comments = new Comments(lines.text);
  let known = { first: -1, isLabel: false };
  const followsLabel = (): boolean => {
    const { first } = tree.current;
    if (known.first !== first) known = { first, isLabel: labelOf(first) !== undefined };
    return known.isLabel;
  };
  const columnOf = (line: number): number =>
    (tree.contents[line] ?? lines.index.startOf(line)) - lines.index.startOf(line);
  const labelOf = (line: number, column = columnOf(line)) =>
    readLabel(lines.textOf(line), column, vocabulary);
  const startsAnew = (line: number, content: number): boolean => {
    const label = labelOf(line, content - lines.index.startOf(line));
    if (!label || (scan.kinds[firstLine + line] === 'hidden' && comments.hold(content))) return false;
    // in running text a word with a colon is a label where it starts like one, or follows others
    return !label.isPlain || label.isItem || !ORDINARY.test(label.label) || followsLabel();
  };
  const { kinds } = new BlockScanner(lines, { tree, startsAnew }).read();
  return { lines, kinds, blocks: tree.root.children, contentOf: columnOf };
};

const ORDINARY = /^[a-z ]+$/;

/** Where comments are, asked from the first to the last. */
class Comments {
  readonly #text: string;
  #start = 0;
  #end = 0;

  constructor(text: string) {
    this.#text = text;
  }

  hold(offset: number): boolean {
    while (this.#end <= offset && this.#start !== -1) {
      this.#start = this.#text.indexOf('<!--', this.#end);
      const end = this.#start === -1 ? -1 : this.#text.indexOf('-->', this.#start);
      if (end === -1) this.#start = -1;
      else this.#end = end + 3;
    }
    return this.#start !== -1 && this.#start < offset;
  }
}
