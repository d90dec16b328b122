import { middleOf } from '../model/effort';
import { readSpent } from './effort';
import type { ScannedLines } from './lines';

/** `**Actual Time**: ~2 hours`, `- Time Spent: 45 minutes`, at the start of a line. */
const FIELD =
  /^[ \t]*(?:[-*+][ \t]+)?(?:\*\*)?(?:actual(?:[ \t]+(?:effort|time|duration|hours))?|(?:time|hours)[ \t]+spent|time[ \t]+taken)(?:\*\*)?[ \t]*:(?:\*\*)?([^\r\n]*)/gim;

/**
 * Hours that a SUBPLAN, EXECUTION_TASK or feedback file says the work took; the middle of a range. What its header
 * says counts before the last one of the document: there may be one for every iteration. Undefined where it says
 * nothing that can be read, or nothing but 0.
 */
export const readSpentHours = (text: string, scan: ScannedLines, headerLines: number): number | undefined => {
  // most documents have none of these words, and this finds out much quicker than the pattern
  if (!/ctual|pent|aken/.test(text)) return undefined;
  let spent: number | undefined;
  for (const match of text.matchAll(FIELD)) {
    const line = scan.index.lineAt(match.index);
    const found = scan.kinds[line] === 'text' ? readSpent(match[1] ?? '') : undefined;
    if (!found) continue;
    spent = middleOf(found);
    if (line < headerLines) return spent;
  }
  return spent;
};
