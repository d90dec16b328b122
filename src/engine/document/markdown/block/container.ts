import { isBlankCode, type LineCursor } from './lineCursor';
import { isThematicBreak } from './thematicBreak';

/** What holds other blocks: block quotes, list items, footnotes. */
export interface Container {
  readonly kind: 'quote' | 'item' | 'footnote';
  /** Columns by which the lines of a list item or footnote are indented. */
  readonly size: number;
  /** The bullet of a list item, or what stands behind its number; empty for others. */
  readonly mark: string;
  /** True for a list item without content so far. */
  isEmpty: boolean;
  /** True for such an item above a blank line: an item starts with at most one. */
  isOver: boolean;
}

/** An item with content, behind a bullet and one blank. Such items never change, so one stands for all of them. */
export const BULLET: Container = { kind: 'item', size: 2, mark: '-', isEmpty: false, isOver: false };

/** More white space than this in front of a block makes it indented code. */
export const MOST_INDENT = 3;
/** More white space than this behind a list marker is part of the content. */
const MOST_MARKER_SPACE = 4;
const FOOTNOTE_INDENT = 4;
const MOST_DIGITS = 9;
/** A link's or a footnote's; CommonMark 4.7. */
export const LONGEST_LABEL = 999;
const FOOTNOTE = /^\[\^((?:[^\s[\]\\]|\\(?:[[\]\\]|(?![[\]\\])))+)\]:/;

const PARENTHESIS = 41;
const PLUS = 43;
const DASH = 45;
const STAR = 42;
const DOT = 46;
const ONE = 49;
const GREATER = 62;
const BRACKET = 91;

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** Whether the line of the cursor is part of `container`; then the cursor moves behind what says so. */
export const goesOn = (container: Container, cursor: LineCursor): boolean => {
  if (container.kind === 'quote') return skipQuoteMark(cursor);
  if (cursor.isBlank) {
    container.isOver = container.isEmpty;
    return true;
  }
  container.isEmpty = false;
  if (container.isOver || cursor.indent < container.size) return false;
  cursor.skipColumns(container.size);
  return true;
};

/**
 * The container that starts at the cursor, which then moves behind its mark.
 * @param interrupts true where text goes on if none starts: only lists that count from 1 and have content interrupt it
 */
export const readContainer = (cursor: LineCursor, interrupts: boolean): Container | undefined => {
  if (cursor.indent > MOST_INDENT) return undefined;
  if (cursor.code === BRACKET) return readFootnote(cursor);
  return skipQuoteMark(cursor) ? containerOf('quote', 0) : readItem(cursor, interrupts);
};

const containerOf = (kind: Container['kind'], size: number, mark = '', isEmpty = false): Container => ({
  kind,
  size,
  mark,
  isEmpty,
  isOver: false,
});

const skipQuoteMark = (cursor: LineCursor): boolean => {
  if (cursor.code !== GREATER || cursor.indent > MOST_INDENT) return false;
  cursor.skipMark(1);
  cursor.skipColumns(1);
  return true;
};

const readFootnote = (cursor: LineCursor): Container | undefined => {
  const [mark, label = ''] = FOOTNOTE.exec(cursor.rest()) ?? [];
  if (mark === undefined || label.length > LONGEST_LABEL) return undefined;
  cursor.skipMark(mark.length);
  cursor.skipColumns(cursor.indent);
  return containerOf('footnote', FOOTNOTE_INDENT);
};

const readItem = (cursor: LineCursor, interrupts: boolean): Container | undefined => {
  const length = markerLength(cursor);
  if (length === 0) return undefined;
  if (interrupts && (isEmptyFrom(cursor, cursor.at + length) || !mayInterrupt(cursor, length))) {
    return undefined;
  }
  const { indent } = cursor;
  const mark = cursor.text.charAt(cursor.at + length - 1);
  cursor.skipMark(length);
  const isEmpty = cursor.isBlank;
  const space = isEmpty || cursor.indent > MOST_MARKER_SPACE ? 1 : cursor.indent;
  cursor.skipColumns(space);
  return containerOf('item', indent + length + space, mark, isEmpty);
};

/** Length of the list marker at the cursor; 0 where there is none. */
const markerLength = (cursor: LineCursor): number => {
  const { at, code } = cursor;
  const end = isDigit(code) ? numberEnd(cursor) : at + 1;
  if (!isDigit(code) && code !== DASH && code !== STAR && code !== PLUS) return 0;
  if (end === undefined || (end < cursor.end && !isBlankCode(cursor.codeAt(end)))) return 0;
  return isThematicBreak(cursor) ? 0 : end - at;
};

/** Where a number with its dot or parenthesis ends; undefined for other numbers. */
const numberEnd = (cursor: LineCursor): number | undefined => {
  let end = cursor.at;
  while (isDigit(cursor.codeAt(end)) && end - cursor.at <= MOST_DIGITS) end++;
  if (end - cursor.at > MOST_DIGITS) return undefined;
  const mark = cursor.codeAt(end);
  return mark === DOT || mark === PARENTHESIS ? end + 1 : undefined;
};

const mayInterrupt = ({ code }: LineCursor, length: number): boolean =>
  !isDigit(code) || (code === ONE && length === 2);

const isEmptyFrom = (cursor: LineCursor, from: number): boolean => {
  let at = from;
  while (at < cursor.end && isBlankCode(cursor.codeAt(at))) at++;
  return at === cursor.end;
};
