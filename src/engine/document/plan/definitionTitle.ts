/** Where a title stands on the line of its definition. */
export interface TitlePlace {
  readonly start: number;
  readonly end: number;
  /** What follows behind the marks around it, and counts like a part of it: `⏱️ 4-6 hours`. */
  readonly suffix: string;
}

const TARGET = /^\](?:\([^()\s]{0,200}\)|\[[^[\]]{0,200}\])/;
/** A letter or figure ends the line: there is nothing to take off. */
const PLAIN_END = /\w$/;
/** A link that is the whole title. */
const LINK = /^\[([^[\]]{1,300})\](?:\([^()\s]{0,200}\)|\[[^[\]]{0,200}\])$/;
const ANCHOR = /\{:?[ ]?#[^{}]{1,100}\}$/;
const TAG = /<\/?[a-z][^<>]{0,200}>$/i;
const STRUCK = /^~~[^~]+~~[^\p{L}\p{N}]*(?:\([^()]*\))?$/u;

/** Whether all of a title is struck out. */
export const isStruckOut = (title: string): boolean => title.startsWith('~~') && STRUCK.test(title.trim());

/**
 * The title from `start` on, without what is no text of it: marks that close behind it, a link, an anchor, tags.
 * @param front the line in front of the id
 * @param isOpen whether the marks in front close behind the title
 */
export const titleIn = (
  line: string,
  start: number,
  front: string,
  isOpen: boolean,
  isHeading: boolean,
): TitlePlace => {
  if (!isOpen && !isHeading && PLAIN_END.test(line) && line.charAt(start) !== '[') {
    return { start, end: line.length, suffix: '' };
  }
  let end = withoutEnd(line, start, isHeading);
  let suffix = '';
  const mark = isOpen ? openMark(front) : undefined;
  const close = mark === undefined ? -1 : line.indexOf(mark, start);
  if (mark !== undefined && close !== -1 && close < end) {
    suffix = line.slice(close + mark.length, end).replace(TARGET, '');
    if (mark === ']') suffix = line.slice(close, end).replace(TARGET, '');
    end = close;
  }
  const link = LINK.exec(line.slice(start, end))?.[1];
  if (link !== undefined) return { start: start + 1, end: start + 1 + link.length, suffix };
  while (end > start && /\s/.test(line.charAt(end - 1))) end--;
  return { start, end, suffix };
};

/** What closes the mark that stands last in front of the name. */
export const openMark = (front: string): string | undefined => {
  const end = Math.max(...['*', '_', '`', '['].map((mark) => front.lastIndexOf(mark))) + 1;
  const name = front.search(/achievement/i);
  const marks = front.slice(0, name === -1 ? end : Math.min(name, end));
  const last = /(?:\*{1,3}|_{1,3}|`|\[)$/.exec(marks)?.[0];
  return last === '[' ? ']' : last;
};

/** The end of the line without closing hashes, anchors and tags. */
const withoutEnd = (line: string, start: number, isHeading: boolean): number => {
  let text = line.slice(start).trimEnd();
  if (!isHeading) return start + text.length;
  for (let shorter = ''; shorter !== text; ) {
    shorter = text;
    text = text
      .replace(/(?:^|[ \t])#+$/, '')
      .replace(ANCHOR, '')
      .replace(TAG, '')
      .trimEnd();
  }
  return start + text.length;
};
