import type { LineIndex } from '../../model/text';
import type { TextChange } from '../../model/textChange';
import { BlockScanner } from './block/blockScanner';
import type { LineKind } from './block/lineKinds';
import { SourceLines } from './block/sourceLines';

/**
 * The lines of a Markdown document, each with its kind, by the block rules of CommonMark 0.31 with the tables and
 * footnotes of GFM. `hidden` lines are never content: fenced code, comments, raw HTML blocks, front matter. A `heading`
 * is an ATX heading that stands alone on its line and in no footnote.
 */
export interface ScannedLines {
  readonly index: LineIndex;
  readonly kinds: readonly LineKind[];
  /** The lines, in order, that can mean something to a plan: headings, and text that starts with `*` at column 0. */
  readonly marked: readonly number[];
  /** The first lines of tables, in order. */
  readonly tables: readonly number[];
  /** The lines of raw HTML, in order, comments, scripts and preformatted text left out. */
  readonly tags: readonly number[];
  /** The line that opens a fence, comment or the like that nothing closes: all behind it is hidden. */
  readonly unclosed: number | undefined;
  /** The text from the start of a line to the end of another, line breaks between them as they are. */
  textBetween(first: number, last: number): string;
  /** Offset of these very letters at or behind `from`; -1 where they do not come. */
  find(letters: string, from: number): number;
  /** Text of a zero-based line without its line break. */
  textOf(line: number): string;
  /** Its first UTF-16 unit (a line break's where it is empty): a cheap look before the text is cut out. */
  firstCodeOf(line: number): number;
}

/** Where the lines of an earlier text began, and how the text has changed since. */
export interface EarlierLines {
  readonly index: LineIndex;
  readonly change: TextChange;
}

/** Reads the block structure of `text` line by line, in one pass and without recursion. */
export const scanLines = (text: string, before?: EarlierLines): ScannedLines => {
  const lines = new SourceLines(text, before?.index.after(text, before.change));
  const { kinds, marked, tables, tags, unclosed } = new BlockScanner(lines).read();
  return {
    index: lines.index,
    kinds,
    marked,
    tables,
    tags,
    unclosed,
    find: (letters, from) => text.indexOf(letters, from),
    textBetween: (first, last) => text.slice(lines.index.startOf(first), lines.endOf(last)),
    textOf: (line) => lines.textOf(line),
    firstCodeOf: (line) => lines.firstCodeOf(line),
  };
};
