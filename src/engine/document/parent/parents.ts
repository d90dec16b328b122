import { ownText } from '../../../shared/ownText';
import type { NamedDocument } from '../../facts/parentFacts';
import type { Section } from '../../facts/planFacts';
import type { ScannedLines } from '../markdown/lines';
import { documentsIn, type FoundName, namesIn } from './documentNames';

/** `**Parent GrammaPlan**: …`, `- Parent PLAN: …`, `| North Star | … |`; the value may follow as a list. */
const LABEL =
  /^[ \t>|]*(?:[-*+][ \t]+)?(?:\*\*|__)?(parent(?:[ \t]+(?:gramma[ ]?plan|plan|north[ _]star)s?)?|(?:gramma[ ]?plan|north[ _]star)s?)(?:\*\*|__)?[ \t]*[:：|](?:\*\*|__)?/i;
/** A row or item about the document above: `| Parent | Coordinated by | … | GRAMMAPLAN_X.md |`. */
const ABOVE = /\bparent\b|\bcoordinated[ \t]+by\b|\bpart[ \t]+of\b/i;
/** A header is short. */
const MOST_LINES = 60;

/**
 * The documents that a document says are above it: in the fields of its header, with a list below them, and by rows and
 * items that call a GRAMMAPLAN or NORTH_STAR its parent. Each name once.
 * @param firstSection line of the first section, which ends the header
 * @param mentions lines that name a GRAMMAPLAN or NORTH_STAR
 */
export const readParents = (
  scan: ScannedLines,
  firstSection: number,
  mentions: readonly number[],
): readonly NamedDocument[] => {
  const found = new Map<string, NamedDocument>();
  const add = (line: number, names: readonly FoundName[], from: number): void => {
    const start = scan.index.startOf(line) + from;
    for (const { kind, name, span } of names) {
      if (found.has(name)) continue;
      const place = { start: span.start + start, end: span.end + start };
      found.set(name, { kind, name: ownText(name), span: place, line: line + 1 });
    }
  };
  for (let line = 0; line < Math.min(firstSection, MOST_LINES, scan.kinds.length); line++) {
    const label = scan.kinds[line] === 'text' ? LABEL.exec(scan.textOf(line)) : null;
    if (!label) continue;
    const value = scan.textOf(line).slice(label[0].length);
    add(line, namesIn(value), label[0].length);
    if (value.trim() !== '') continue;
    const first = scan.kinds[line + 1] === 'blank' ? line + 2 : line + 1;
    for (let at = first; isItem(scan, at); at++) add(at, namesIn(scan.textOf(at)), 0);
  }
  for (const line of mentions) {
    if (scan.kinds[line] !== 'text' || !ABOVE.test(scan.textOf(line))) continue;
    add(
      line,
      documentsIn(scan.textOf(line)).filter(({ kind }) => kind !== 'plan'),
      0,
    );
  }
  return [...found.values()];
};

const isItem = (scan: ScannedLines, line: number): boolean =>
  scan.kinds[line] === 'text' && /^[ \t]*[-*+][ \t]/.test(scan.textOf(line));

/** The line of the first section below the title. */
export const headerEnd = (scan: ScannedLines, sections: readonly Section[]): number => {
  const first = sections.find(({ depth }) => depth > 1);
  return first ? scan.index.lineAt(first.heading.start) : scan.kinds.length;
};
