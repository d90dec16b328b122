import type { Phase, PhaseReference } from '../../facts/prpFacts';
import type { Words } from '../../facts/stated';
import type { Effort } from '../../model/effort';
import { type Span, span } from '../../model/text';
import { readEffort } from '../estimate/effort';
import { plainHeading } from '../markdown/heading';
import { type ScannedLines, scanLines } from '../markdown/lines';
import { filesIn } from './files';

interface Heading {
  readonly line: number;
  readonly depth: number;
  readonly text: string;
}

const HEADING = /^ {0,3}(#{1,6})[ \t]+([^ \t\n].*)$/;
const PHASE = /^Phase[ \t]+(\d+(?:\.\d+)*(?!\.?\d)[a-z]?)\b(?:[ \t]*[:.–—-])?[ \t]*((?:[^ \t\n].*)?)$/i;
const PHASES_SECTION = /^(?:\d+\.[ \t]*)?(?:implementation[ \t]+)?phases\b/i;
const FIELD = /^[ \t]*(?:[-*+][ \t]+)?\*\*([A-Za-z ]{1,40})(?::\*\*|\*\*[ \t]*:)[ \t]*((?:[^ \t\n].*)?)$/;
const BULLET = /^[ \t]*(?:[-*+]|\d+[.)])[ \t]+(?=\S)/;
const NUMBER = /^(?:phases?[ \t]*)?(\d+(?:\.\d+)*[a-z]?)(?![\w.])/i;
const TO = /^[ \t]*(?:-|–|—|\.\.\.?|to\b|through\b)[ \t]*/i;
const AND = /^[ \t]*(?:and\b|&|\+|\/)[ \t]*/i;
const NONE = /^(?:none|n\/a|nothing|null|-+|–|—)(?!\w)/i;
const LOOKS_LIKE_PHASE = /\bphases?\b|^(?:all|previous|everything)\b|\b(?:tbd|tbc)\b|\?\s*$|\d/i;

/** Reads the phases of a BATCH-PLAN: those of its section of phases, or all where it has none. */
export const readPhases = (text: string): readonly Phase[] => {
  const scan = scanLines(text);
  const headings = headingsIn(scan);
  const section = headings.find(({ text: title }) => PHASES_SECTION.test(title));
  const own = section ? inside(headings, section) : headings;
  return own.flatMap((heading) => {
    const match = PHASE.exec(heading.text);
    if (!match?.[1]) return [];
    return phaseAt(text, scan, headings, heading, match[1], match[2] ?? '') ?? [];
  });
};

const headingsIn = (scan: ScannedLines): readonly Heading[] =>
  scan.kinds.flatMap((kind, line) => {
    const match = kind === 'heading' ? HEADING.exec(scan.textOf(line)) : null;
    const [, marks, title] = match ?? [];
    return marks && title ? [{ line, depth: marks.length, text: plainHeading(title.trim()) }] : [];
  });

const inside = (headings: readonly Heading[], section: Heading): readonly Heading[] => {
  const below = headings.slice(headings.indexOf(section) + 1);
  const end = below.findIndex(({ depth }) => depth <= section.depth);
  return end === -1 ? below : below.slice(0, end);
};

const phaseAt = (
  text: string,
  scan: ScannedLines,
  headings: readonly Heading[],
  heading: Heading,
  number: string,
  title: string,
): Phase => {
  const { index } = scan;
  const next = headings.slice(headings.indexOf(heading) + 1).find(({ depth }) => depth <= heading.depth);
  const lastLine = next?.line ?? index.lineCount;
  const fields = fieldsIn(scan, heading.line + 1, lastLine);
  const start = index.startOf(heading.line);
  const said = (fields.get('dependencies') ?? []).flatMap((place) => itemsIn(text, place));
  return {
    number,
    title: title.trim() === '' ? `Phase ${number}` : title.trim(),
    heading: span(start, start + scan.textOf(heading.line).length),
    body: span(start, next ? index.startOf(next.line) : index.length),
    dependencies: said.flatMap((each) => ('references' in each ? each.references : [])),
    notes: said.flatMap((each) => ('note' in each ? [each.note] : [])),
    unread: said.flatMap((each) => ('unread' in each ? [each.unread] : [])),
    files: (fields.get('files modified') ?? []).flatMap((place) => filesIn(text, place)),
    effort: effortIn(text, fields.get('estimated hours') ?? fields.get('effort')),
  };
};

const effortIn = (text: string, places: readonly Span[] | undefined): Effort | undefined => {
  const [place] = places ?? [];
  return place && readEffort(text.slice(place.start, place.end));
};

const SAME_FIELDS: Readonly<Record<string, string>> = {
  'depends on': 'dependencies',
  dependency: 'dependencies',
  prerequisites: 'dependencies',
  'blocked by': 'dependencies',
  files: 'files modified',
  'modified files': 'files modified',
};

/** The values of each field: behind its label, or the elements of the list below it. */
const fieldsIn = (scan: ScannedLines, from: number, to: number): ReadonlyMap<string, readonly Span[]> => {
  const fields = new Map<string, Span[]>();
  let list: Span[] | undefined;
  for (let line = from; line < to; line++) {
    if (scan.kinds[line] === 'hidden') continue;
    const written = scan.textOf(line);
    const start = scan.index.startOf(line);
    const field = fieldIn(written, start);
    if (field) {
      if (!fields.has(field.name)) fields.set(field.name, field.values);
      list = field.values.length === 0 ? field.values : undefined;
      continue;
    }
    const bullet = BULLET.exec(written)?.[0].length;
    if (bullet !== undefined) list?.push(span(start + bullet, start + written.length));
    else if (written.trim() !== '') list = undefined;
  }
  return fields;
};

/** A label with what stands behind it in its line. */
const fieldIn = (
  written: string,
  start: number,
): { readonly name: string; readonly values: Span[] } | undefined => {
  const [, label, value = ''] = FIELD.exec(written) ?? [];
  if (label === undefined) return undefined;
  const end = start + written.length;
  const name = label.trim().toLowerCase();
  return { name: SAME_FIELDS[name] ?? name, values: value === '' ? [] : [span(end - value.length, end)] };
};

type Item =
  | { readonly references: readonly PhaseReference[] }
  | { readonly note: Words }
  | { readonly unread: Words };

const itemsIn = (text: string, { start, end }: Span): readonly Item[] => {
  const items: Item[] = [];
  let from = start;
  let depth = 0;
  for (let at = start; at <= end; at++) {
    const character = at < end ? text[at] : ',';
    if (character === '(') depth++;
    else if (character === ')') depth--;
    else if (at === end || (depth <= 0 && (character === ',' || character === ';'))) {
      items.push(...itemIn(text, from, at));
      from = at + 1;
    }
  }
  return items;
};

const itemIn = (text: string, start: number, end: number): readonly Item[] => {
  const raw = text.slice(start, end);
  const opening = /^[\s*_`]*/.exec(raw)?.[0].length ?? 0;
  const written = raw.slice(opening).trim();
  const from = start + opening;
  const whole = { text: written, span: span(from, from + written.length) };
  if (written === '') return [];
  if (NONE.test(written)) return /^\S+$/.test(written) ? [] : [{ note: whole }];
  const { references, end: read } = referencesIn(written, from);
  if (references.length === 0) {
    return LOOKS_LIKE_PHASE.test(written) ? [{ unread: whole }] : [{ note: whole }];
  }
  const rest = written.slice(read).trim();
  if (rest === '' || /^[.:*_`]*$/.test(rest)) return [{ references }];
  return [{ references }, /^\(|^[:–—-]/.test(rest) ? { note: whole } : { unread: whole }];
};

/** `Phase 1`, `Phase 4-8`, `Phases 1, 2 and 5`, from the start of an item. */
const referencesIn = (
  written: string,
  offset: number,
): { readonly references: readonly PhaseReference[]; readonly end: number } => {
  const references: PhaseReference[] = [];
  let end = 0;
  for (let at = 0; ; ) {
    const first = NUMBER.exec(written.slice(at, at + 40));
    if (!first?.[1]) break;
    const firstEnd = at + first[0].length;
    const to = TO.exec(written.slice(firstEnd, firstEnd + 40))?.[0].length;
    const last = to === undefined ? null : NUMBER.exec(written.slice(firstEnd + to, firstEnd + to + 40));
    end = last ? firstEnd + (to ?? 0) + last[0].length : firstEnd;
    references.push({
      from: first[1],
      to: last?.[1] ?? first[1],
      span: span(offset + at, offset + end),
    });
    const and = AND.exec(written.slice(end, end + 40))?.[0].length;
    if (and === undefined) break;
    at = end + and;
  }
  return { references, end };
};
