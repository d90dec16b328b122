import type { Section } from '../../facts/planFacts';
import type { EntryForm, IndexEntry, PlanIndex } from '../../facts/planSays';
import type { IdElement } from '../../facts/stated';
import type { AchievementId } from '../../model/ids';
import { span } from '../../model/text';
import type { ScannedLines } from '../markdown/lines';
import { elementsIn } from '../stated/idList';
import { readTitle } from './title';

const INDEX = /\bachievements? index\b|\bindex of achievements\b/i;
/** `- ✅ Achievement 1.1: Title`, `| 1.1 | Title |`, `- **1.1** – Title`; marks in front mean nothing. */
const NAMED = /^(?:[^\p{L}\p{N}~]*\[[xX]\])?[^\p{L}\p{N}~]*Achievement\s+(\d+(?:\.\d+)*)(?![\p{L}\d]|\.\d)/iu;
const BARE =
  /^(?:[^\p{L}\p{N}~]*\[[xX]\])?[^\p{L}\p{N}~]*(\d+(?:\.\d+)+)(?=[ \t]*(?:(?:\*\*|__|`)[ \t]*)?(?:[:|]|[–—-][ \t]))/u;
const RANGE =
  /\d\.\d+(?:\*\*|`)?[ \t]*(?:[–—-]|to|through|\.\.+|…)[ \t]*(?:Achievement[ \t]+)?(?:\*\*|`)?\d+\.\d/iu;
const LIST =
  /(?:^[^\p{L}\p{N}~]*|[|:][ \t]*(?:\*\*|`)?)(?:Achievements?[ \t]+)?(\d+(?:\.\d+)+(?:[ \t]*(?:,|;|&|and\b|-|–|—|to\b|through\b)[ \t]*(?:Achievement[ \t]+)?\d+(?:\.\d+)+)*)(?=(?:\*\*|__|`)?[ \t\r]*(?:[|:]|[–—-][ \t]|$))/giu;
const ID = /(?<![\d.])\d+(?:\.\d+)*(?!\d|\.\d)/g;

/** Reads the first index of a PLAN; undefined where there is none. */
export const readIndex = (scan: ScannedLines, sections: readonly Section[]): PlanIndex | undefined => {
  const section = sections.find(({ title }) => INDEX.test(title));
  if (!section) return undefined;
  const entries: IndexEntry[] = [];
  const elements: IdElement[] = [];
  const mentioned = new Set<AchievementId>();
  let hasRanges = false;
  const end = scan.index.lineAt(section.span.end - 1);
  for (let line = scan.index.lineAt(section.span.start) + 1; line <= end; line++) {
    const kind = scan.kinds[line];
    if (kind !== 'text' && kind !== 'heading') continue;
    const text = withoutRemarks(scan.textOf(line));
    elements.push(...listsOf(text, scan.index.startOf(line)));
    const isRange = RANGE.test(text);
    hasRanges ||= isRange;
    for (const [id] of text.matchAll(ID)) mentioned.add(id);
    const entry = isRange ? undefined : entryOf(text, scan, line);
    if (entry) entries.push(entry);
  }
  return { heading: section.heading, entries, elements, mentioned, hasRanges };
};

/** Titles are one line; what is longer than this is not read as an entry. */
const MAX_LINE = 1000;

/** Blanks out what stands in brackets (`(1.5-2.5 hours)`), lengths kept. */
const withoutRemarks = (text: string): string =>
  text.slice(0, MAX_LINE).replace(/\([^()]*\)/g, (remark) => ' '.repeat(remark.length));

const listsOf = (text: string, lineStart: number): readonly IdElement[] =>
  [...text.matchAll(LIST)].flatMap(({ 0: whole, 1: list = '', index }) =>
    elementsIn(list, lineStart + index + whole.length - list.length),
  );

const entryOf = (text: string, scan: ScannedLines, line: number): IndexEntry | undefined => {
  const found = NAMED.exec(text) ?? BARE.exec(text);
  const id = found?.[1];
  if (!found || id === undefined) return undefined;
  const written = scan.textOf(line);
  const lineStart = scan.index.startOf(line);
  const start = lineStart + found[0].length - id.length;
  const { title, from } = titleIn(written, found[0].length);
  const form = formOf(written);
  const next = line + 1 < scan.index.lineCount ? scan.textOf(line + 1) : '';
  return {
    id,
    span: span(start, start + id.length),
    line: span(lineStart, lineStart + written.length),
    title: title || undefined,
    titleSpan: span(lineStart + from, lineStart + from + title.length),
    form,
    standsAlone: form !== 'heading' && (next.trim() === '' || startsAnew(written, next)),
  };
};

const ITEM = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]/;
const ROW = /^[ \t]*\|/;
const HEADING = /^ {0,3}#/;

const formOf = (line: string): EntryForm => {
  if (HEADING.test(line)) return 'heading';
  if (ROW.test(line)) return 'row';
  return ITEM.test(line) ? 'item' : 'line';
};

/** Whether the next line is no continuation of the one above. */
const startsAnew = (line: string, next: string): boolean =>
  indentOf(next) <= indentOf(line) && formOf(next) !== 'line';

/** Blank characters a line starts with. */
export const indentOf = (line: string): number => line.length - line.trimStart().length;

/** What stands between an id and its title; a table has cells there. */
const BEFORE_TITLE = /^(?:\*\*|__|`)?[ \t]*(?:([|])|[:–—-])[ \t]*(?:\*\*|__)?[ \t]*/u;

const titleIn = (line: string, behindId: number): { readonly title: string; readonly from: number } => {
  const before = BEFORE_TITLE.exec(line.slice(behindId));
  if (!before) return { title: '', from: line.length };
  const from = behindId + before[0].length;
  const isInBold = line.slice(0, from).split('**').length % 2 === 0;
  const own = line.slice(from).split(before[1] ?? (isInBold ? '**' : '\n'), 1)[0] ?? '';
  const { title } = readTitle(own.trimEnd());
  return own.startsWith(title) ? { title, from } : { title: own.trimEnd(), from };
};
