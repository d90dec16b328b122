import { type Span, span } from '../model/text';
import type { ScannedLines } from './lines';

/** What a `**Status**` line says, as far as it can contradict the files. */
export type ClaimedStatus = 'not_started' | 'complete' | 'other';

/**
 * The first status line of the header and the last of the document: files often have several, of which neither can be
 * trusted alone (FORMAT A12).
 */
export interface StatusClaim {
  readonly first: ClaimedStatus;
  readonly last: ClaimedStatus;
  /** The words of the first, marks around them included. */
  readonly span: Span;
}

const LABEL = '**Status';
const STATUS_LINE = /^(\s*(?:[-*+]\s+)?\*\*Status:?\*\*[ \t]*(?::[ \t]*)?)(\S.*)$/;
const MARKS = '[^\\p{L}\\p{N}\\p{P}\\s]*';
const NOT_STARTED = 'not (?:yet )?started|to[ -]?do';
const COMPLETE = 'completed?|done|finished';
const CLAIM = new RegExp(
  `^${MARKS}[ \\t]*(?:(${NOT_STARTED})|(${COMPLETE}))(?![\\p{L}\\p{N}])(?:[ \\t]*[^\\p{L}\\p{N}\\p{P}\\s]+)?`,
  'iu',
);

/** `headerLines`: how many lines the header may have. */
export const readStatusClaim = (
  text: string,
  scan: ScannedLines,
  headerLines: number,
): StatusClaim | undefined => {
  const first = firstStatus(text, scan, headerLines);
  // no spread: objects made that way have a layout of their own each
  return first && { first: first.first, last: lastStatus(text, scan) ?? first.first, span: first.span };
};

const firstStatus = (
  text: string,
  scan: ScannedLines,
  headerLines: number,
): Pick<StatusClaim, 'first' | 'span'> | undefined => {
  const end = scan.index.startOf(headerLines);
  let at = text.indexOf(LABEL);
  while (at !== -1 && at < end) {
    const line = scan.index.lineAt(at);
    const value = statusIn(scan, line);
    if (value) return { first: value.claim, span: value.span };
    at = text.indexOf(LABEL, scan.index.startOf(line + 1));
  }
  return undefined;
};

const lastStatus = (text: string, scan: ScannedLines): ClaimedStatus | undefined => {
  let at = text.lastIndexOf(LABEL);
  while (at !== -1) {
    const line = scan.index.lineAt(at);
    const value = statusIn(scan, line);
    if (value) return value.claim;
    const before = scan.index.startOf(line) - 1;
    at = before < 0 ? -1 : text.lastIndexOf(LABEL, before);
  }
  return undefined;
};

const statusIn = (
  scan: ScannedLines,
  line: number,
): { readonly claim: ClaimedStatus; readonly span: Span } | undefined => {
  const match = scan.kinds[line] === 'text' ? STATUS_LINE.exec(scan.textOf(line)) : null;
  if (match?.[1] === undefined || match[2] === undefined) return undefined;
  const start = scan.index.startOf(line) + match[1].length;
  const said = CLAIM.exec(match[2]);
  const claim = said?.[1] ? 'not_started' : said?.[2] ? 'complete' : 'other';
  return { claim, span: span(start, start + (said ? said[0] : match[2].trimEnd()).length) };
};
