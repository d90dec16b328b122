import { withoutTail } from '../../../shared/withoutTail';
import type { Section } from '../../facts/planFacts';
import type { NextMarker } from '../../facts/planSays';
import { span } from '../../model/text';
import type { KeptText } from '../markdown/keptText';
import { searchLines } from '../markdown/lineSearch';
import type { ScannedLines } from '../markdown/lines';

const ID = '(\\d+(?:\\.\\d+)+)(?![\\p{L}\\d]|\\.\\d)';
const VERB = '(?:begin|start|create|write|execute|continue|resume|implement|work|do|finish|complete|proceed)';
/** `**Next**: …`, `- ⏳ Next: …`, `**Next Action**: Create SUBPLAN for …`, `… → Next: …` */
const LABELLED = new RegExp(
  `(?<![\\p{L}\\d'’-] ?)Next(?:[ \\t]+(?:action|step|achievement|up|task))?(?:\\*\\*)?[ \\t]*:(?:\\*\\*)?[ \\t]*(?:${VERB}\\b[^:.;\\n]{0,40}?)?\\bAchievement[ \\t]+(?:\\*\\*)?${ID}`,
  'iu',
);
/** A label that owns the list below it. */
const LIST_LABEL =
  /^[^\p{L}\n]*(?:What['’]s Next|Next(?: Steps?| Actions?| Up)?)(?:\*\*)?[ \t]*(?:(?::(?:\*\*)?|\*\*)[ \t]*)?$/iu;
const FIRST_ITEM = new RegExp(
  `^[ \\t]*(?:[-*+]|\\d{1,9}[.)])[ \\t][^\\p{L}\\d\\n✅]*Achievement[ \\t]+${ID}`,
  'iu',
);
const DONE = /✅|☑|\[x\]|\b(?:complete|completed|done|finished)\b/i;
/** Parts of a plan that tell what was next at another time. */
const PAST = /\b(?:log|history|sessions?|archived?|examples?|index)\b/i;
const IN_BRACKETS = /^(?:\*\*)?[ \t]*\(([^()\n]*)\)([\s\S]*)$/;
const BEHIND_DASH = /^(?:\*\*)?[ \t]*[:–—-][ \t]+([\s\S]*)$/;
/** What may stand behind the name. */
const TAIL = ' \t.!*';
const LONGEST = 1000;
const NEXT = searchLines(/\bnext\b/i);

/** Reads the markers of a PLAN that are not marked as done, in text order. */
export const readNextMarkers = (kept: KeptText, sections: readonly Section[]): readonly NextMarker[] => {
  const { scan } = kept;
  const found: NextMarker[] = [];
  const past = sections.filter(({ depth, title }) => depth > 1 && PAST.test(title));
  let nextPast = 0;
  let pastEnd = 0;
  for (const line of kept.linesWith(NEXT)) {
    const start = scan.index.startOf(line);
    for (let each = past[nextPast]; each && each.span.start <= start; each = past[++nextPast]) {
      pastEnd = Math.max(pastEnd, each.span.end);
    }
    if (scan.kinds[line] === 'hidden' || start < pastEnd) continue;
    const marker = labelled(scan, line) ?? listed(scan, line);
    if (marker) found.push(marker);
  }
  return found;
};

const labelled = (scan: ScannedLines, line: number): NextMarker | undefined => markerIn(scan, line, LABELLED);

/** Under a label without a value, the first item of the list says what is next. */
const listed = (scan: ScannedLines, line: number): NextMarker | undefined => {
  if (scan.kinds[line] !== 'text' || !LIST_LABEL.test(scan.textOf(line))) return undefined;
  const below = scan.kinds[line + 1] === 'blank' ? line + 2 : line + 1;
  const marker = scan.kinds[below] === 'text' ? markerIn(scan, below, FIRST_ITEM) : undefined;
  return marker && { ...marker, isPlain: false };
};

const markerIn = (scan: ScannedLines, line: number, pattern: RegExp): NextMarker | undefined => {
  const text = scan.textOf(line);
  if (text.length > LONGEST) return undefined;
  const match = pattern.exec(text.replace(/`[^`]*`/g, (code) => ' '.repeat(code.length)));
  const id = match?.[1];
  if (!match || id === undefined) return undefined;
  const behind = match.index + match[0].length;
  const rest = text.slice(behind);
  if (DONE.test(rest)) return undefined;
  const offset = scan.index.startOf(line) + behind;
  const name = nameIn(rest);
  const from = offset + (name?.at ?? rest.length);
  return {
    id,
    idSpan: span(offset - id.length, offset),
    title: name?.title || undefined,
    titleSpan: span(from, from + (name?.title.length ?? 0)),
    isPlain: name !== undefined,
  };
};

/** The name behind an id, which may be empty; undefined where something else is said. */
const nameIn = (rest: string): { readonly title: string; readonly at: number } | undefined => {
  const [, inBrackets, behind = ''] = IN_BRACKETS.exec(rest) ?? [];
  if (inBrackets !== undefined) {
    const at = rest.length - behind.length - inBrackets.length - 1;
    return withoutTail(behind, TAIL) === '' ? { title: inBrackets, at } : undefined;
  }
  const [, behindDash] = BEHIND_DASH.exec(rest) ?? [];
  if (behindDash === undefined && withoutTail(rest, TAIL) !== '') return undefined;
  const name = behindDash ?? '';
  return { title: withoutTail(name, TAIL), at: rest.length - name.length };
};
