import type { ParentFacts, StatedProgress } from '../../facts/parentFacts';
import { readSections } from '../markdown/heading';
import { type ScannedLines, scanLines } from '../markdown/lines';
import { readPlanHeader } from '../plan/planHeader';
import { progressIn, readChildRows } from './childTables';
import { headerEnd, readParents } from './parents';

/** Reads a GRAMMAPLAN or NORTH_STAR: its children with what its tables say of them, and the documents above it. */
export const readParentPlan = (text: string): ParentFacts => {
  const scan = scanLines(text);
  const sections = readSections(scan);
  return {
    title: sections.find(({ depth }) => depth === 1)?.title,
    header: readPlanHeader(scan, sections),
    children: readChildRows(scan),
    stated: readProgress(scan),
    parents: readParents(scan, headerEnd(scan, sections), []),
    lines: scan.index,
  };
};

const PROGRESS =
  /^[ \t>]*(?:[-*+][ \t]+)?(?:\*\*|__)?(?:(?:overall|total|gramma[ ]?plan|weighted)[ \t]+)?(?:progress|completion)(?:\*\*|__)?[ \t]*[:：](?:\*\*|__)?([^\n]{0,80})/i;

/** Lines that say how far all of it is. */
const readProgress = (scan: ScannedLines): readonly StatedProgress[] =>
  Array.from(scan.kinds.keys()).flatMap((line): readonly StatedProgress[] => {
    const [whole, value] = (scan.kinds[line] === 'text' && PROGRESS.exec(scan.textOf(line))) || [];
    const progress = value === undefined ? undefined : progressIn(value);
    if (whole === undefined || progress === undefined) return [];
    const start = scan.index.startOf(line);
    return [{ progress, span: { start, end: start + whole.trimEnd().length }, line: line + 1 }];
  });
