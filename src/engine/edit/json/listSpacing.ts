import { createScanner, type Node } from 'jsonc-parser';
import { commaAfter } from './jsonTree';

/** An element of a list with the comments that belong to it. */
interface Element {
  /** Blank space in front of it and its comments, where it stood. */
  readonly blank: string;
  /** Comments before it, and the blank space between them and it. */
  readonly before: string;
  readonly value: string;
  /** Comments between it and its comma. */
  readonly after: string;
  /** Comments behind its comma on the same line. */
  readonly behind: string;
}

/** The blank space around a place in the list, whichever element stands there. */
interface Place {
  readonly before: string;
  readonly beforeComma: string;
}

/** The inside of a JSON list, taken apart so that its elements can change places. */
export interface ListLayout {
  /** Comments on the line of the opening bracket. */
  readonly start: string;
  readonly places: readonly Place[];
  readonly elements: readonly Element[];
  readonly hasTrailingComma: boolean;
  readonly end: string;
  readonly lineBreak: string;
}

const LINE_COMMENT = 12;
const BLOCK_COMMENT = 13;
const LINE_BREAK = 14;
const END = 17;

const BREAK = /[\r\n]/;
const BREAK_FIRST = /^[ \t]*[\r\n]/;

/**
 * Takes a list of a well-formed text apart. A comment on the line where an element ends belongs to that element when
 * the line ends with it; every other comment belongs to the element that follows, or to the end of the list.
 */
export const readListLayout = (text: string, list: Node): ListLayout => {
  const values = list.children ?? [];
  const listEnd = list.offset + list.length - 1;
  const places: Place[] = [];
  const elements: Element[] = [];
  let hasTrailingComma = false;
  const open = list.offset + 1;
  const start = restOfLine(text, open, values[0]?.offset ?? listEnd);
  let at = start;
  for (const [order, { offset, length }] of values.entries()) {
    const end = offset + length;
    const comma = commaAfter(text, end);
    const next = values[order + 1]?.offset;
    const remarks = comma === undefined ? '' : text.slice(end, comma);
    const isBlank = remarks.trim() === '';
    const from = comma === undefined ? end : comma + 1;
    const to = next === undefined ? endOfRemarks(text, from, listEnd) : restOfLine(text, from, next);
    const blank = /^\s*/.exec(text.slice(at, offset))?.[0] ?? '';
    places.push({ before: blank, beforeComma: isBlank ? remarks : '' });
    elements.push({
      blank,
      before: text.slice(at + blank.length, offset),
      value: text.slice(offset, end),
      after: isBlank ? '' : remarks,
      behind: text.slice(from, to),
    });
    hasTrailingComma = comma !== undefined;
    at = to;
  }
  return {
    start: text.slice(open, start),
    places,
    elements,
    hasTrailingComma,
    end: text.slice(at, listEnd),
    lineBreak: text.includes('\r\n') ? '\r\n' : '\n',
  };
};

/**
 * The inside of the list with its elements in another order: at each place the number of the element it gets. A line
 * break comes in where a comment would else swallow an element or seem to belong to another one.
 */
export const writeListLayout = (layout: ListLayout, order: readonly number[]): string => {
  const { places, elements, hasTrailingComma, lineBreak } = layout;
  const parts: string[] = [layout.start];
  let endsWithRemarks = false;
  const add = (blank: string): void => {
    parts.push(endsWithRemarks && !BREAK_FIRST.test(blank) ? lineBreak : '', blank);
  };
  for (const [at, number] of order.entries()) {
    const element = elements[number];
    const place = places[at];
    if (!element || !place) continue;
    const hasComma = at < order.length - 1 || hasTrailingComma;
    const needsOwnLine = element.before !== '' && BREAK.test(element.blank) && !BREAK.test(place.before);
    add(needsOwnLine ? element.blank : place.before);
    parts.push(element.before, element.value, element.after || (hasComma ? place.beforeComma : ''));
    parts.push(hasComma ? ',' : '', element.behind);
    endsWithRemarks = element.behind !== '';
  }
  add(layout.end);
  return parts.join('');
};

/** End of the comments between two offsets that are the last on the line of the first; the first without such. */
const restOfLine = (text: string, from: number, to: number): number => {
  const { end, hasLineBreak } = remarksOnLine(text, from, to);
  return hasLineBreak ? end : from;
};

/** As {@link restOfLine}, where nothing follows on the line that the comments could belong to. */
const endOfRemarks = (text: string, from: number, to: number): number => remarksOnLine(text, from, to).end;

const remarksOnLine = (
  text: string,
  from: number,
  to: number,
): { readonly end: number; readonly hasLineBreak: boolean } => {
  const scanner = createScanner(text.slice(from, to), false);
  let end = from;
  for (let token = scanner.scan(); token !== END; token = scanner.scan()) {
    if (token === LINE_BREAK) return { end, hasLineBreak: true };
    if (token === LINE_COMMENT || token === BLOCK_COMMENT) {
      end = from + scanner.getTokenOffset() + scanner.getTokenLength();
    }
  }
  return { end, hasLineBreak: false };
};
