import type { AchievementId } from '../model/achievement';
import { type LineIndex, type Span, span } from '../model/text';
import { type ScannedLines, scanLines } from './lines';
import { PackedEvidence } from './packedEvidence';
import { countPlaceholders, findPlaceholders, type PlaceholderCount } from './placeholders';
import { readSpentHours } from './spentHours';
import { readStatusClaim, type StatusClaim } from './statusClaim';
import { hasContentBelow } from './unwritten';
import { readOutline, type WorkOutline } from './workOutline';
import { readWorkProgress, type WorkProgress } from './workProgress';

/** What a SUBPLAN, EXECUTION_TASK or feedback file says about itself. */
export interface EvidenceFacts {
  /** Achievement ids of the header, most trusted first; see {@link readEvidence}. */
  readonly headerIds: readonly HeaderId[];
  /** `<NAME>` of the plan the header names, if it names one. */
  readonly planName: string | undefined;
  /** What its `**Status**` lines say: a claim, never believed (FORMAT A12). */
  readonly claim: StatusClaim | undefined;
  /** A box was ticked or the iteration log has content: somebody has worked here. */
  readonly showsWork: boolean;
  readonly outline: WorkOutline;
  readonly placeholders: PlaceholderCount;
  readonly progress: WorkProgress;
  /** Hours the work took, as the document says; the middle of a range. */
  readonly spent: number | undefined;
  readonly lines: LineIndex;
}

export interface HeaderId {
  readonly id: AchievementId;
  readonly span: Span;
}

/** The header is looked for in this many lines (FORMAT A10). */
export const HEADER_LINES = 25;

const ID = '(\\d+(?:\\.\\d+)*)(?!\\.?\\d)';
/** A field of the header, with its label and value. */
export const HEADER_FIELD = /^\s*(?:[-*+]\s+)?\*\*([^*:]{1,40}):?\*\*(?:\s*:[ \t]*|\s*)([\s\S]*)$/;
const FIELD_ID = new RegExp(`^(?:Achievement\\s+)?${ID}(?![\\w.]*\\d)`, 'i');
const TITLE_ID = new RegExp(`\\bAchievement\\s+${ID}`, 'i');
const PLAN_NAME = /(?:^|[\s`[(/])(?:PLAN_)?([A-Z0-9][\w-]*?)(?:\.md)?(?=[`\]),\s]|$)/;
const TICKED = /^\s*(?:[-*+]|\d+[.)])\s+\[[xX]\]\s/;
const LOG_HEADING = /\biterations?\b/i;
/**
 * Reads a document that proves something about an achievement. Header ids in the order they are trusted: an
 * `Achievement Addressed` field, an `Achievement` field, the H1 (FORMAT A10, A12). Never throws.
 */
export const readEvidence = (text: string): EvidenceFacts => {
  const scan = scanLines(text);
  const outline = readOutline(text, scan);
  const { headerIds, planName } = readHeader(scan);
  return new PackedEvidence({
    headerIds,
    planName,
    claim: readStatusClaim(text, scan, HEADER_LINES),
    showsWork: showsWork(text, scan),
    outline,
    placeholders: countPlaceholders(findPlaceholders(text, scan, outline.isUncertain)),
    progress: readWorkProgress(text, scan),
    spent: readSpentHours(text, scan, HEADER_LINES),
    lines: scan.index,
  });
};

type Header = Pick<EvidenceFacts, 'headerIds' | 'planName'>;

const readHeader = (scan: ScannedLines): Header => {
  const fields = headerFields(scan);
  const valueFor = (label: RegExp): string | undefined =>
    fields.find((field) => label.test(field.label))?.value;
  const idsOf = (label: string): readonly HeaderId[] =>
    fields
      .filter((field) => field.label === label)
      .flatMap(({ value, start }) => idAt(FIELD_ID, value, start));
  const plan = valueFor(/^(?:mother |parent |related )?plan$/);
  return {
    headerIds: idsOf('achievement addressed').concat(idsOf('achievement'), idsOf(TITLE)),
    planName: plan === undefined ? undefined : PLAN_NAME.exec(plan)?.[1],
  };
};

/** How a field or a heading can start: white space, `#`, `*`, `+`, `-`. */
const MAY_BE_FIELD: ReadonlySet<number> = new Set([9, 32, 35, 42, 43, 45, 0xa0, 0xfeff]);

/** The H1 stands among the fields under this label, which no field can have. */
const TITLE = '#';

interface HeaderField {
  /** Lower case. */
  readonly label: string;
  readonly value: string;
  /** Offset of the value. */
  readonly start: number;
}

const headerFields = (scan: ScannedLines): readonly HeaderField[] =>
  scan.kinds.slice(0, HEADER_LINES).flatMap((kind, line) => {
    if (!MAY_BE_FIELD.has(scan.firstCodeOf(line))) return [];
    const text = scan.textOf(line);
    const start = scan.index.startOf(line);
    if (kind === 'heading' && /^\s*#\s/.test(text)) {
      const value = TITLE_ID.exec(text)?.[0];
      return value === undefined ? [] : [{ label: TITLE, value, start: start + text.indexOf(value) }];
    }
    const field = kind === 'text' ? HEADER_FIELD.exec(text) : null;
    if (!field?.[1] || field[2] === undefined) return [];
    return [
      { label: field[1].trim().toLowerCase(), value: field[2], start: start + text.length - field[2].length },
    ];
  });

const idAt = (pattern: RegExp, text: string, offset: number): readonly HeaderId[] => {
  const match = pattern.exec(text);
  if (!match?.[1]) return [];
  const start = offset + match[0].length - match[1].length;
  return [{ id: match[1], span: span(start, start + match[1].length) }];
};

/** A ticked box anywhere, or something written below a heading that names iterations. */
const showsWork = (text: string, scan: ScannedLines): boolean =>
  hasTick(text, scan, '[x]') ||
  hasTick(text, scan, '[X]') ||
  scan.marked.some(
    (line) =>
      scan.kinds[line] === 'heading' && LOG_HEADING.test(scan.textOf(line)) && hasContentBelow(scan, line),
  );

const hasTick = (text: string, scan: ScannedLines, tick: string): boolean => {
  let at = text.indexOf(tick);
  while (at !== -1) {
    const line = scan.index.lineAt(at);
    if (scan.kinds[line] === 'text' && TICKED.test(scan.textOf(line))) return true;
    at = text.indexOf(tick, scan.index.startOf(line + 1));
  }
  return false;
};
