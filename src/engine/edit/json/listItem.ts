import { type Span, span } from '../../model/text';

/** What may stand in a list behind one item and in front of the next. */
const JOIN = ',[ \\t]*(?:and|or)\\b|[,;&+/，、；]|(?:and|or|und|oder)\\b';
const JOIN_AFTER = new RegExp(`^[ \\t]*(?:${JOIN})[ \\t]*`, 'i');
const JOIN_BEFORE = /(?:,[ \t]*(?:and|or)|[,;&+/，、；]|\b(?:and|or|und|oder))$/i;
const NAME_BEFORE = /(?:\b(?:Achievement|Task|PRP)[ \t]+|#)$/i;
/** A remark in brackets, which belongs to the id it follows. */
export const BRACKETS_AFTER = /^[ \t]*(?:\([^()\n]*\)|（[^（）\n]*）)/;
const DASH_AFTER = /^(?:[ \t]+[-–—]+[ \t]+|[ \t]*[:：][ \t]*)(?=\S)/;
const ID = /(?<!\d)\d+(?:\.\d+)+/;
const TARGET = /^(?:\([^()\n]*\)|\[[^[\]\n]*\])/;
/** The next item of the list, with a few marks in front of it. */
const NEXT_ITEM = new RegExp(
  `(?:${JOIN})[ \\t]*(?:[^\\p{L}\\p{N}\\s]|Achievements?[ \\t]+){0,4}(?:PRP-)?\\d+\\.\\d`,
  'iu',
);

const PAIRS: readonly (readonly [string, string])[] = [
  ['**', '**'],
  ['__', '__'],
  ['~~', '~~'],
  ['`', '`'],
  ['*', '*'],
  ['_', '_'],
  ['[', ']'],
  ['"', '"'],
  ["'", "'"],
  ['<', '>'],
];

/** So many marks and words may stand around an id. */
const MOST_MARKS = 8;

/**
 * An id of a list with all that is its own: marks and a link around it, the word in front of it, a title, a remark in
 * brackets or behind a dash. `place` is the id in `line`. Undefined where a remark names other ids, for then nobody can
 * tell what belongs to whom.
 */
export const itemAround = (line: string, place: Span): Span | undefined => {
  let item = place;
  for (let time = 0; time < MOST_MARKS; time++) item = widened(line, item) ?? item;
  const brackets = BRACKETS_AFTER.exec(line.slice(item.end))?.[0].length ?? 0;
  const end = item.end + brackets;
  const dash = DASH_AFTER.exec(line.slice(end));
  if (!dash) return span(item.start, end);
  const remark = remarkIn(line.slice(end + dash[0].length));
  return ID.test(remark) ? undefined : span(item.start, end + dash[0].length + remark.length);
};

/** One mark or word more; undefined where there is none. */
const widened = (line: string, { start, end }: Span): Span | undefined => {
  const name = NAME_BEFORE.exec(line.slice(0, start))?.[0].length;
  if (name !== undefined) return span(start - name, end);
  for (const [open, close] of PAIRS) {
    if (!line.startsWith(open, start - open.length) || start < open.length) continue;
    const closing = line.indexOf(close, end);
    if (closing === -1 || ID.test(line.slice(end, closing))) continue;
    const after = closing + close.length;
    const target = close === ']' ? (TARGET.exec(line.slice(after))?.[0].length ?? 0) : 0;
    return span(start - open.length, after + target);
  }
  return undefined;
};

/** As far as the next item, or a semicolon. */
const remarkIn = (rest: string): string => {
  const next = NEXT_ITEM.exec(rest)?.index ?? rest.length;
  const semicolon = rest.indexOf(';');
  return rest.slice(0, semicolon === -1 ? next : Math.min(next, semicolon)).trimEnd();
};

/** An item with the comma, or the word, that has nothing to join without it. */
export const withJoin = (line: string, { start, end }: Span): Span => {
  const after = JOIN_AFTER.exec(line.slice(end))?.[0].length;
  const isLast = after === undefined || line.slice(end + after).trim() === '';
  if (!isLast) return span(start, end + after);
  const left = line.slice(0, start).trimEnd();
  const before = JOIN_BEFORE.exec(left)?.[0].length;
  if (before === undefined) return span(start, end + (after ?? 0));
  return span(left.slice(0, -before).trimEnd().length, end);
};

/** Words that say nothing without an id. */
const FILLER =
  /\b(?:achievements?|tasks?|after|requires?|needs?|depends|blocked|waits?|on|by|for|until|once|when|the|is|are|be|must|first|complet(?:e|ed|ion)|done|finished|of|all)\b|[^\p{L}\p{N}]/giu;

/** Whether what is left of a list says anything. */
export const saysNothing = (rest: string): boolean => rest.replace(FILLER, '') === '';
