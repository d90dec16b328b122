import { MOST_INDENT } from './container';
import { type HtmlBlock, htmlBlockAt } from './htmlBlock';
import type { LineCursor } from './lineCursor';
import { isThematicBreak } from './thematicBreak';

/** Code between two lines of marks. */
export interface Fence {
  readonly mark: string;
  readonly length: number;
}

/** A block other than a paragraph, a table or indented code. */
export type BlockStart =
  | { readonly kind: 'heading' }
  | { readonly kind: 'break' }
  | { readonly kind: 'fence'; readonly fence: Fence }
  | { readonly kind: 'html'; readonly html: HtmlBlock };

const HEADING = /^#{1,6}(?:[ \t]|$)/;
const FENCE = /^(?:(`{3,})[^`]*|(~{3,})[\s\S]*)$/;
const HASH = 35;
const LESS = 60;
const BACKTICK = 96;
const TILDE = 126;

/**
 * The block that starts at the cursor of a line that is not indented.
 * @param mayBeLone false where a tag alone on its line is text: in paragraphs
 */
export const blockStartAt = (cursor: LineCursor, mayBeLone: boolean): BlockStart | undefined => {
  const { code } = cursor;
  if (code === HASH) return HEADING.test(cursor.rest()) ? { kind: 'heading' } : undefined;
  if (code === BACKTICK || code === TILDE) return fenceAt(cursor.rest());
  if (code !== LESS) return isThematicBreak(cursor) ? { kind: 'break' } : undefined;
  const html = htmlBlockAt(cursor.rest(), mayBeLone);
  return html && { kind: 'html', html };
};

const fenceAt = (line: string): BlockStart | undefined => {
  const [, ticks, tildes] = FENCE.exec(line) ?? [];
  const marks = ticks ?? tildes;
  if (marks === undefined) return undefined;
  return { kind: 'fence', fence: { mark: marks.charAt(0), length: marks.length } };
};

/** Whether the line of the cursor closes `fence`. */
export const closesFence = ({ mark, length }: Fence, cursor: LineCursor): boolean => {
  if (cursor.indent > MOST_INDENT || cursor.code !== mark.charCodeAt(0)) return false;
  const marks = cursor.rest().replace(/(?<![ \t])[ \t]+$/, '');
  return marks.length >= length && marks === mark.repeat(marks.length);
};
