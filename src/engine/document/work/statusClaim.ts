import type { ClaimedStatus, StatusClaim } from '../../facts/workFacts';
import { type Span, span } from '../../model/text';
import type { ScannedLines } from '../markdown/lines';
import { furtherLabelIn, furtherSpellings, furtherStateIn } from '../words/furtherWords';

/** How the labels begin that are looked for. */
const labels = (): readonly string[] => [
  '**Status',
  ...furtherSpellings('status').map((word) => `**${word}`),
];
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
  const claims = labels().flatMap((label) => claimOf(label, text, scan, headerLines) ?? []);
  const [some, ...others] = claims;
  if (!some || others.length === 0) return some?.claim;
  const first = claims.reduce((one, other) => (other.firstLine < one.firstLine ? other : one));
  const last = claims.reduce((one, other) => (other.lastLine > one.lastLine ? other : one));
  return { first: first.claim.first, last: last.claim.last, span: first.claim.span };
};

interface Status {
  readonly line: number;
  readonly claim: ClaimedStatus;
  readonly span: Span;
}

/** What the lines with one label say. */
const claimOf = (
  label: string,
  text: string,
  scan: ScannedLines,
  headerLines: number,
): { readonly claim: StatusClaim; readonly firstLine: number; readonly lastLine: number } | undefined => {
  const first = firstStatus(label, text, scan, headerLines);
  if (!first) return undefined;
  const last = lastStatus(label, text, scan) ?? first;
  // no spread: objects made that way have a layout of their own each
  const claim = { first: first.claim, last: last.claim, span: first.span };
  return { claim, firstLine: first.line, lastLine: last.line };
};

const firstStatus = (
  label: string,
  text: string,
  scan: ScannedLines,
  headerLines: number,
): Status | undefined => {
  const end = scan.index.startOf(headerLines);
  let at = text.indexOf(label);
  while (at !== -1 && at < end) {
    const line = scan.index.lineAt(at);
    const value = statusIn(scan, line);
    if (value) return value;
    at = text.indexOf(label, scan.index.startOf(line + 1));
  }
  return undefined;
};

const lastStatus = (label: string, text: string, scan: ScannedLines): Status | undefined => {
  let at = text.lastIndexOf(label);
  while (at !== -1) {
    const line = scan.index.lineAt(at);
    const value = statusIn(scan, line);
    if (value) return value;
    const before = scan.index.startOf(line) - 1;
    at = before < 0 ? -1 : text.lastIndexOf(label, before);
  }
  return undefined;
};

const statusIn = (scan: ScannedLines, line: number): Status | undefined => {
  if (scan.kinds[line] !== 'text') return undefined;
  const text = scan.textOf(line);
  const column = STATUS_LINE.exec(text)?.[1]?.length ?? furtherColumn(text);
  if (column === undefined) return undefined;
  const { claim, length } = claimIn(text.slice(column).trimEnd());
  const start = scan.index.startOf(line) + column;
  return { line, claim, span: span(start, start + length) };
};

const furtherColumn = (line: string): number | undefined => {
  const label = furtherLabelIn(line);
  return label?.meaning === 'status' && label.from < line.length ? label.from : undefined;
};

const claimIn = (value: string): { readonly claim: ClaimedStatus; readonly length: number } => {
  const further = furtherStateIn(value);
  if (further) {
    const { state, length } = further;
    return {
      claim: state === 'planning' ? 'not_started' : state === 'complete' ? 'complete' : 'other',
      length,
    };
  }
  const said = CLAIM.exec(value);
  const claim = said?.[1] ? 'not_started' : said?.[2] ? 'complete' : 'other';
  return { claim, length: said ? said[0].length : value.length };
};
