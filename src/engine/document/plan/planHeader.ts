import { ownText } from '../../../shared/ownText';
import type { Section } from '../../facts/planFacts';
import type { HeaderValue, PlanHeader } from '../../facts/planSays';
import { span } from '../../model/text';
import type { ScannedLines } from '../markdown/lines';
import { furtherLabelIn } from '../words/furtherWords';

/** A header is short; further down the same labels speak of something else. */
const MOST_LINES = 60;
const MOST_COLUMNS = 400;
/** `**Status**: x`, `- **Status:** x`, `> Status: x`, `| Status | x |`, `## Status: x`, `status: x` in front matter. */
const LABELLED =
  /^[^A-Za-z\d~]*(?:(?:plan|current|overall|project)[ \t]+)?(status|state|priority)[^A-Za-z\d:：|=~]*[:：|=][ \t*_`|]*/i;
/** The next label of the same line, and one that may be ours. */
const NEXT_LABEL = /[ \t|·•;,]\*\*[^*]{1,40}(?:\*\*[ \t]?[:：]|[:：]\*\*)/;
const OWN_LABEL = /[ \t|·•;,]\*\*(?:plan )?(status|state|priority)(?:\*\*[ \t]?[:：]|[:：]\*\*)[ \t]*/gi;
/** A section that is all about the state: its first line says it. */
const STATUS_SECTION = /^(?:(?:plan|current|overall) )?(?:status|state)$/i;

/** Reads the header of a PLAN: what stands above its first section of depth 2 that is not about the state itself. */
export const readPlanHeader = (scan: ScannedLines, sections: readonly Section[]): PlanHeader => {
  const found: { status?: HeaderValue | undefined; priority?: HeaderValue | undefined } = {};
  const end = Math.min(endOf(scan, sections), MOST_LINES, scan.kinds.length);
  for (let line = isFrontMatter(scan, 0) ? 1 : 0; line < end; line++) {
    const kind = scan.kinds[line];
    if (kind === 'blank' || (kind === 'hidden' && !isFrontMatter(scan, line))) continue;
    const text = scan.textOf(line).slice(0, MOST_COLUMNS);
    for (const { label, from } of labelsIn(text)) {
      const value = valueAt(scan, line, text, from);
      if (label === 'priority') found.priority ??= value;
      else found.status ??= value;
    }
    if (kind === 'text' && isBelowStatus(scan, line)) found.status ??= valueAt(scan, line, text, 0);
  }
  return { status: found.status, priority: found.priority };
};

interface FoundLabel {
  /** In small letters. */
  readonly label: string;
  /** Where its value begins. */
  readonly from: number;
}

const labelsIn = (text: string): readonly FoundLabel[] => {
  const first = LABELLED.exec(text);
  // of a table only rows of a name and a value are read
  const isNone = ROW.test(text) && cellsIn(text) !== 2;
  const found = [...(first && !isNone ? [first] : []), ...text.matchAll(OWN_LABEL)];
  const usual = found.map(({ 0: whole, 1: label = '', index }) => ({
    label: label.toLowerCase(),
    from: index + whole.length,
  }));
  const further = first ? undefined : furtherLabelIn(text);
  return further?.meaning === 'status' ? [{ label: 'status', from: further.from }, ...usual] : usual;
};

const ROW = /^[ \t>]*\|/;

const cellsIn = (row: string): number =>
  row.split('|').filter((cell, at) => at > 0 && cell.trim() !== '').length;

/** Without quotes and what separates values behind it. */
const trimmed = (value: string): string => {
  let end = value.length;
  while (end > 0 && `"' \t\r|·•;,`.includes(value.charAt(end - 1))) end--;
  return value.slice(0, end);
};

const valueAt = (scan: ScannedLines, line: number, text: string, from: number): HeaderValue | undefined => {
  let value = text.slice(from);
  if (ROW.test(text)) value = value.split('|', 1)[0] ?? '';
  const next = NEXT_LABEL.exec(value);
  const written = trimmed(next ? value.slice(0, next.index) : value);
  const start = from + (/^["' \t]*/.exec(written)?.[0].length ?? 0);
  const words = text.slice(start, from + written.length);
  if (words === '') return undefined;
  const offset = scan.index.startOf(line) + start;
  return { text: ownText(words), span: span(offset, offset + words.length), line: line + 1 };
};

/** The line of the first heading that ends the header. */
const endOf = (scan: ScannedLines, sections: readonly Section[]): number => {
  const first = sections.find(
    ({ depth, title }, at) =>
      !(at === 0 && depth === 1) && depth <= 2 && !isStatusHeading(title) && !LABELLED.test(title),
  );
  return first ? scan.index.lineAt(first.heading.start) : scan.kinds.length;
};

const isStatusHeading = (heading: string): boolean =>
  STATUS_SECTION.test(heading.match(/[A-Za-z\d]+/g)?.join(' ') ?? '');

/** Whether the line is the first that is not blank below a heading `Status`. */
const isBelowStatus = (scan: ScannedLines, line: number): boolean => {
  let above = line - 1;
  while (above >= 0 && scan.kinds[above] === 'blank') above--;
  return scan.kinds[above] === 'heading' && isStatusHeading(scan.textOf(above));
};

/** A hidden line of the block between rules that a document may begin with. */
const isFrontMatter = (scan: ScannedLines, line: number): boolean => {
  if (scan.kinds[0] !== 'hidden' || !/^\uFEFF?---[ \t]*$/.test(scan.textOf(0))) return false;
  for (let at = 1; at < line; at++) if (/^(?:---|\.\.\.)[ \t]*$/.test(scan.textOf(at))) return false;
  return true;
};
