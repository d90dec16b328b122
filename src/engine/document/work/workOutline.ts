import type { WorkOutline } from '../../facts/workFacts';
import { type Span, span } from '../../model/text';
import type { ScannedLines } from '../markdown/lines';
import { hasOddFences } from '../markdown/oddFences';
import { hasContentBelow } from './unwritten';
import { EXECUTION, SUBPLAN } from './workSections';

/** The sections that are looked for, one bit each; `written`: the synthesis has content. */
export const SECTION_BITS = {
  objective: 1,
  approach: 2,
  results: 4,
  synthesis: 8,
  written: 16,
  log: 32,
  learning: 64,
} as const;

export type SectionBit = keyof typeof SECTION_BITS;

export const hasSection = ({ sections }: WorkOutline, name: SectionBit): boolean =>
  (sections & SECTION_BITS[name]) !== 0;

const KNOWN: readonly (readonly [bit: number, words: RegExp])[] = [
  [SECTION_BITS.objective, SUBPLAN.objective.words],
  [SECTION_BITS.approach, SUBPLAN.approach.words],
  [SECTION_BITS.results, SUBPLAN.results.words],
  [SECTION_BITS.synthesis, SUBPLAN.synthesis.words],
  [SECTION_BITS.log, EXECUTION.log.words],
  [SECTION_BITS.learning, EXECUTION.learning.words],
];

const TITLE = /^\s*#\s/;
/** Most headings are none of them, which one look tells. */
const ANY = new RegExp(KNOWN.map(([, words]) => words.source).join('|'), 'i');

export const readOutline = (text: string, scan: ScannedLines): WorkOutline => {
  const headings = scan.marked.filter((line) => scan.kinds[line] === 'heading');
  let head: Span | undefined;
  let sections = 0;
  for (const line of headings) {
    const heading = scan.textOf(line);
    if (!head && TITLE.test(heading)) {
      const start = scan.index.startOf(line);
      head = span(start, start + heading.length);
      continue;
    }
    if (!ANY.test(heading)) continue;
    for (const [bit, words] of KNOWN) if ((sections & bit) === 0 && words.test(heading)) sections |= bit;
    if (SUBPLAN.synthesis.words.test(heading) && hasContentBelow(scan, line))
      sections |= SECTION_BITS.written;
  }
  return {
    head: head ?? span(0, 0),
    headings: headings.length,
    isUncertain: hasOddFences(text, scan),
    isBlank: !/\S/.test(text),
    sections,
  };
};
