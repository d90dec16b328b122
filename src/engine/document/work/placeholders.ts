import type { Placeholder, PlaceholderCount } from '../../facts/workFacts';
import { type Span, span } from '../../model/text';
import { type ScannedLines, scanLines } from '../markdown/lines';
import { hasOddFences } from '../markdown/oddFences';
import { FILL_MARK } from './fillMark';
import { depthOf } from './unwritten';

const MOST_KEPT = 10;
const NONE: PlaceholderCount = { early: 0, late: 0, first: [] };

export const countPlaceholders = (all: readonly Placeholder[]): PlaceholderCount => {
  if (all.length === 0) return NONE;
  const late = all.filter(({ isLate }) => isLate);
  const early = all.filter(({ isLate }) => !isLate);
  const first = [...early.slice(0, MOST_KEPT), ...late.slice(0, MOST_KEPT)];
  return { early: early.length, late: late.length, first };
};

/** `[FILL …]`, `(To be filled …)`: the words say it, wherever they stand. */
const TOLD =
  /^(?:\((?=TO BE FILLED\b)|\[(?=TO BE (?:FILLED|COMPLETED|WRITTEN|ADDED)\b|FILL\b))[^[\]()\n]*[\])]/i;
/** What may stand between the start of a line, cell or label and a bracket that is all there is. */
const ALONE_BEFORE =
  /(?:^|(?:^|\||:(?:\*\*)?)[ \t]*(?:[-*+>|]|#{1,6}|\d{1,9}[.)]|\[ \])[ \t]+(?:\[ \][ \t]+)?|(?:\||:(?:\*\*)?)[ \t]*)[*_]*$/;
const ALONE_AFTER = /^[*_]*[ \t]*(?:$|\|)/;
/** A bracket and what stands before it are looked at no further than this. */
const MOST_LENGTH = 200;
/** Several words with a capital, as templates write them: `[List what was done]`. */
const TEMPLATE_WORDS = /^\p{Lu}[\p{L}'’-]*[ \t]+[^[\]\n \t][^[\]\n]*$/u;
const LATE_WORD = /^(?:actual|measured|calculated|status)\b/i;
const TEMPLATE_WORD =
  /^(?:date|time|name|title|number|path|description|details|summary|reason|author|yyyy-mm-dd(?: hh:mm)?(?: utc)?)$/i;
const TEMPLATES = [TEMPLATE_WORDS, TEMPLATE_WORD, LATE_WORD];
/** Sections that are written at the end of the work, or while it goes on. */
const LATE_SECTION =
  /\b(?:synthesis|iterations?|learn\w*|lessons?|insights?|comment map|future work|completion|active execution)/i;
/** `[Design notes]: ./notes.md`: brackets alone may be links then. */
const LINK_DEFINITION = /^ {0,3}\[[^\]\r\n\u2028\u2029]+\]:[ \t]*\S/m;

/** {@link findPlaceholders} of a text. */
export const readPlaceholders = (text: string): readonly Placeholder[] => {
  const scan = scanLines(text);
  return findPlaceholders(text, scan, hasOddFences(text, scan));
};

/**
 * The places of a SUBPLAN or EXECUTION_TASK that are still to be filled in, in order: marks of {@link FILL_MARK}, what says
 * `[TO BE FILLED …]`, and the brackets of templates (`[List what was done]`) that are all there is on their line, behind
 * their label or in their cell. Code is left alone, and so are links. `isUncertain` (see {@link hasOddFences}): brackets
 * of templates are left alone too.
 */
export const findPlaceholders = (
  text: string,
  scan: ScannedLines,
  isUncertain: boolean,
): readonly Placeholder[] => {
  const found = [...fillMarks(text), ...brackets(text, scan, isUncertain)];
  if (found.length === 0) return [];
  const places = found.sort((one, other) => one.start - other.start);
  const isLate = lateness(scan);
  return places
    .filter(({ start }, at) => start >= (places[at - 1]?.end ?? 0))
    .map((place) => ({ ...place, isLate: isLate(place, text) }));
};

const isContent = (text: string, scan: ScannedLines, offset: number): boolean =>
  text.charAt(offset - 1) !== '`' && scan.kinds[scan.index.lineAt(offset)] !== 'hidden';

/** A mark at the start of a line is a hidden HTML block, so the kind of its line tells nothing. */
const fillMarks = (text: string): readonly Span[] => {
  const found: Span[] = [];
  let at = text.indexOf(FILL_MARK);
  while (at !== -1) {
    const close = text.indexOf('-->', at);
    if (close === -1) break;
    found.push(span(at, close + 3));
    at = text.indexOf(FILL_MARK, close);
  }
  return found;
};

/** Every place in brackets; `isUncertain`: only those whose words say that they are one. */
const brackets = (text: string, scan: ScannedLines, isUncertain: boolean): readonly Span[] => {
  const templates: Span[] = [];
  const told: Span[] = [];
  for (let at = text.indexOf('('); at !== -1; at = text.indexOf('(', at + 1)) told.push(...toldAt(text, at));
  for (let at = text.indexOf('['); at !== -1; at = text.indexOf('[', at + 1)) {
    const [place] = toldAt(text, at);
    if (place) told.push(place);
    else if (!isUncertain) templates.push(...templateAt(text, scan, at));
  }
  const isLink = templates.length > 0 && LINK_DEFINITION.test(text);
  return [...told.filter(({ start }) => isContent(text, scan, start)), ...(isLink ? [] : templates)];
};

const toldAt = (text: string, at: number): readonly Span[] => {
  // t, f
  const next = text.charCodeAt(at + 1) | 0x20;
  if (next !== 0x74 && next !== 0x66) return [];
  const length = TOLD.exec(text.slice(at, at + MOST_LENGTH))?.[0].length;
  return length === undefined ? [] : [span(at, at + length)];
};

const templateAt = (text: string, scan: ScannedLines, at: number): readonly Span[] => {
  const words = text.slice(at + 1, at + MOST_LENGTH);
  const length = words.indexOf(']');
  // shorter ones are boxes
  const isTemplate = length > 2 && TEMPLATES.some((pattern) => pattern.test(words.slice(0, length)));
  return isTemplate && isAlone(text, scan, at, at + length + 2) ? [span(at, at + length + 2)] : [];
};

const isAlone = (text: string, scan: ScannedLines, start: number, end: number): boolean => {
  const line = scan.index.lineAt(start);
  const lineStart = scan.index.startOf(line);
  if (scan.kinds[line] === 'hidden' || start - lineStart > MOST_LENGTH) return false;
  return (
    ALONE_BEFORE.test(text.slice(lineStart, start)) &&
    ALONE_AFTER.test(scan.textOf(line).slice(end - lineStart))
  );
};

/** Says of a place whether it is filled late; places must be asked for in order. */
const lateness = (scan: ScannedLines): ((place: Span, text: string) => boolean) => {
  const headings = scan.marked.filter((line) => scan.kinds[line] === 'heading');
  let next = 0;
  let lateDepth = 0;
  return ({ start }, text) => {
    for (let line = headings[next]; line !== undefined; line = headings[++next]) {
      if (scan.index.startOf(line) > start) break;
      const heading = scan.textOf(line);
      const depth = depthOf(heading);
      if (lateDepth === 0 || depth <= lateDepth)
        lateDepth = depth > 1 && LATE_SECTION.test(heading) ? depth : 0;
    }
    return lateDepth > 0 || LATE_WORD.test(text.slice(start + 1, start + 20));
  };
};
