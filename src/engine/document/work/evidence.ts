import type { EvidenceFacts, HeaderId } from '../../facts/workFacts';
import { composed } from '../../model/names';
import { span } from '../../model/text';
import { decodeUri } from '../../model/uri';
import { readSpentHours } from '../estimate/spentHours';
import { type ScannedLines, scanLines } from '../markdown/lines';
import { PLAN_NAME } from '../stated/planNames';
import { PackedEvidence } from './packedEvidence';
import { countPlaceholders, findPlaceholders } from './placeholders';
import { readStatusClaim } from './statusClaim';
import { hasContentBelow } from './unwritten';
import { readOutline } from './workOutline';
import { readWorkProgress } from './workProgress';

/** The header is looked for in this many lines (FORMAT A10). */
export const HEADER_LINES = 25;

const ID = '(\\d+(?:\\.\\d+)*)(?!\\.?\\d)';
/** A field of the header, with its label and value. */
export const HEADER_FIELD = /^\s*(?:[-*+>]\s+)?\*\*([^*:]{1,40}):?\*\*(?:\s*:[ \t]*|\s*)([\s\S]*)$/;
const FIELD_ID = new RegExp(`^[\`*[]{0,4}(?:Achievement\\s+)?[\`*[]{0,4}${ID}(?![\\w.]*\\d)`, 'i');
const TITLE_ID = new RegExp(`\\bAchievement\\s+${ID}`, 'i');
/** `PLAN_<NAME>` in text, in a code span, in a link or its target. */
const MARKED_PLAN = new RegExp(PLAN_NAME.source, 'u');
/** The name alone. */
const PLAN_WORD = /(?:^|[\s`[(/*])([\p{Lu}\p{N}][\p{L}\p{N}_-]*(?:\.md)?)(?=[`\]),\s*]|$)/u;
const SUBPLAN_NAME = /(?<![\p{L}\p{N}_-])(SUBPLAN_[\p{L}\p{N}_.-]{1,200})/iu;
const EXECUTION_NAME =
  /(?<![\p{L}\p{N}_-])(EXECUTION_TASK_[\p{L}\p{N}_.-]{1,200}|\d{1,9}(?:[.-]\d{1,9}){0,8}_\d{1,9}(?:_[A-Z\d]{1,20})?)(?![\p{L}\p{N}_])/iu;
const PREVIOUS = /^(?:previous (?:execution(?:[ _]task)?|attempt)|supersedes|replaces|recovery of)$/;
/** Fields that may be written without bold. */
const PLAIN_FIELD =
  /^[ \t]*(?:[-*+>][ \t]+)?(achievement(?: addressed)?|(?:mother |parent )?plan|(?:mother |parent )?subplan|previous execution)[ \t]*[:：][ \t]*((?:[^ \t\n].*)?)$/i;
const TICKED = /^\s*(?:[-*+]|\d+[.)])\s+\[[xX]\]\s/;
const LOG_HEADING = /\biterations?\b/i;
/**
 * Reads a document that proves something about an achievement. Header ids in the order they are trusted: an
 * `Achievement Addressed` field, an `Achievement` field, the H1 (FORMAT A10, A12). Never throws.
 */
export const readEvidence = (text: string): EvidenceFacts => {
  const scan = scanLines(text);
  const outline = readOutline(text, scan);
  const { headerIds, planName, subplan, previous } = readHeader(scan);
  return new PackedEvidence({
    headerIds,
    planName,
    subplan,
    previous,
    claim: readStatusClaim(text, scan, HEADER_LINES),
    showsWork: showsWork(text, scan),
    outline,
    placeholders: countPlaceholders(findPlaceholders(text, scan, outline.isUncertain)),
    progress: readWorkProgress(text, scan),
    spent: readSpentHours(text, scan, HEADER_LINES),
    lines: scan.index,
  });
};

type Header = Pick<EvidenceFacts, 'headerIds' | 'planName' | 'subplan' | 'previous'>;

const readHeader = (scan: ScannedLines): Header => {
  const fields = headerFields(scan);
  const valueFor = (label: RegExp): string | undefined =>
    fields.find((field) => label.test(field.label))?.value;
  const idsOf = (label: string): readonly HeaderId[] =>
    fields
      .filter((field) => field.label === label)
      .flatMap(({ value, start }) => idAt(FIELD_ID, value, start));
  const headerIds = idsOf('achievement addressed').concat(idsOf('achievement'), idsOf(TITLE));
  const planName = planNameIn(valueFor(/^(?:mother |parent |related )?plan$/));
  const isWhole = planName !== undefined && headerIds.length > 0;
  return {
    headerIds,
    planName,
    subplan: isWhole ? undefined : stemIn(SUBPLAN_NAME, valueFor(/^(?:parent |mother )?subplan$/)),
    previous: stemIn(EXECUTION_NAME, valueFor(PREVIOUS)),
  };
};

const planNameIn = (value: string | undefined): string | undefined => {
  if (value === undefined) return undefined;
  const text = composed(decodeUri(value));
  const name = MARKED_PLAN.exec(text)?.[1] ?? PLAN_WORD.exec(text)?.[1];
  return name?.replace(/\.md$/i, '');
};

const stemIn = (pattern: RegExp, value: string | undefined): string | undefined => {
  const name = value === undefined ? undefined : pattern.exec(composed(decodeUri(value)))?.[1];
  return name?.replace(/\.md$/i, '');
};

/** How a field or a heading can start: white space, `#`, `*`, `+`, `-`, `>`. */
const MAY_BE_FIELD: ReadonlySet<number> = new Set([9, 32, 35, 42, 43, 45, 62, 0xa0, 0xfeff]);
/** How a field without bold can start: `A`, `M`, `P`, `S`, in either case. */
const MAY_BE_PLAIN: ReadonlySet<number> = new Set([65, 77, 80, 83, 97, 109, 112, 115]);

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
    const first = scan.firstCodeOf(line);
    if (!MAY_BE_FIELD.has(first) && !MAY_BE_PLAIN.has(first)) return [];
    const text = scan.textOf(line);
    const start = scan.index.startOf(line);
    if (kind === 'heading' && /^\s*#\s/.test(text)) {
      const value = TITLE_ID.exec(text)?.[0];
      return value === undefined ? [] : [{ label: TITLE, value, start: start + text.indexOf(value) }];
    }
    if (kind !== 'text') return [];
    const [, label, value] = HEADER_FIELD.exec(text) ?? plainField(text) ?? [];
    if (label === undefined || value === undefined) return [];
    return [{ label: label.trim().toLowerCase(), value, start: start + text.length - value.length }];
  });

/** A sentence may begin with `Plan:` too: there the name of a PLAN file has to follow. */
const plainField = (text: string): RegExpExecArray | undefined => {
  const field = PLAIN_FIELD.exec(text);
  const isSentence = /(?:^| )plan$/i.test(field?.[1] ?? '') && !MARKED_PLAN.test(field?.[2] ?? '');
  return field && !isSentence ? field : undefined;
};

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
