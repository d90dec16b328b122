import type { AchievementId } from '../model/achievement';
import { type Span, span } from '../model/text';
import type { ScannedLines } from './lines';
import type { Section, StatedId } from './plan';

/** The section of a PLAN that lists its achievements without defining them (FORMAT A4). */
export interface PlanIndex {
  readonly heading: Span;
  /** Lines that name one achievement, by the id they start with. */
  readonly entries: readonly StatedId[];
  /** Every number that may be an id, wherever it stands in the section. */
  readonly mentioned: ReadonlySet<AchievementId>;
  /** True where it names ranges (`1.1-1.4`), so that what it leaves out cannot be told. */
  readonly hasRanges: boolean;
}

const INDEX = /\bachievements? index\b|\bindex of achievements\b/i;
/** `- ✅ Achievement 1.1: Title`, `| 1.1 | Title |`, `- **1.1** – Title`; marks in front mean nothing. */
const NAMED = /^[^\p{L}\p{N}~]*Achievement\s+(\d+(?:\.\d+)*)(?![\p{L}\d]|\.\d)/iu;
const BARE = /^[^\p{L}\p{N}~]*(\d+(?:\.\d+)+)(?=[ \t]*(?:\*\*|__|`)?[ \t]*(?:[:|]|[–—-][ \t]))/u;
const RANGE =
  /\d+\.\d+(?:\*\*|`)?[ \t]*(?:[–—-]|to|through|\.\.+|…)[ \t]*(?:Achievement[ \t]+)?(?:\*\*|`)?\d+\.\d+/iu;
const ID = /(?<![\d.])\d+(?:\.\d+)*(?!\d|\.\d)/g;

/** Reads the first index of a PLAN; undefined where there is none. */
export const readIndex = (scan: ScannedLines, sections: readonly Section[]): PlanIndex | undefined => {
  const section = sections.find(({ title }) => INDEX.test(title));
  if (!section) return undefined;
  const entries: StatedId[] = [];
  const mentioned = new Set<AchievementId>();
  let hasRanges = false;
  const end = scan.index.lineAt(section.span.end - 1);
  for (let line = scan.index.lineAt(section.span.start) + 1; line <= end; line++) {
    const kind = scan.kinds[line];
    if (kind !== 'text' && kind !== 'heading') continue;
    const text = withoutRemarks(scan.textOf(line));
    const isRange = RANGE.test(text);
    hasRanges ||= isRange;
    for (const [id] of text.matchAll(ID)) mentioned.add(id);
    const entry = isRange ? undefined : entryOf(text, scan.index.startOf(line));
    if (entry) entries.push(entry);
  }
  return { heading: section.heading, entries, mentioned, hasRanges };
};

/** Titles are one line; what is longer than this is not read as an entry. */
const MAX_LINE = 1000;

/** Blanks out what stands in brackets (`(1.5-2.5 hours)`), lengths kept. */
const withoutRemarks = (text: string): string =>
  text.slice(0, MAX_LINE).replace(/\([^()]*\)/g, (remark) => ' '.repeat(remark.length));

const entryOf = (text: string, lineStart: number): StatedId | undefined => {
  const found = NAMED.exec(text) ?? BARE.exec(text);
  const id = found?.[1];
  if (!found || id === undefined) return undefined;
  const start = lineStart + found[0].length - id.length;
  return { id, span: span(start, start + id.length) };
};
