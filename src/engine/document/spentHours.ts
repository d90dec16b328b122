import { middleOf } from '../model/effort';
import { readSpent } from './effort';
import type { ScannedLines } from './lines';

/** `**Actual Time**: ~2 hours`, `- Time Spent: 45 minutes`: a line of its own. */
const FIELD =
  /^[ \t]*(?:[-*+][ \t]+)?(?:\*\*)?(?:actual(?:[ \t]+(?:effort|time|duration|hours))?|(?:time|hours)[ \t]+spent|time[ \t]+taken)(?:\*\*)?[ \t]*:(?:\*\*)?(.*)$/i;
/** How labels start. Looked for first: most lines have none, and a pattern takes longer to say so. */
const STARTS: readonly string[] = ['Actual', 'Time ', 'Hours '];
/** Where at most in a line a label starts. */
const FARTHEST = 12;

/**
 * Hours that a SUBPLAN, EXECUTION_TASK or feedback file says the work took; the middle of a range. What its header
 * says counts before the last one of the document: there may be one for every iteration. Undefined where it says
 * nothing that can be read, or nothing but 0.
 */
export const readSpentHours = (text: string, scan: ScannedLines, headerLines: number): number | undefined => {
  let spent: { readonly line: number; readonly hours: number } | undefined;
  for (const line of linesWithLabel(text, scan)) {
    const value = FIELD.exec(scan.textOf(line))?.[1];
    const found = value === undefined ? undefined : readSpent(value);
    if (!found) continue;
    spent = { line, hours: middleOf(found) };
    if (line < headerLines) break;
  }
  return spent?.hours;
};

const linesWithLabel = (text: string, { index, kinds }: ScannedLines): readonly number[] => {
  const lines: number[] = [];
  for (const start of STARTS) {
    for (let at = text.indexOf(start); at !== -1; at = text.indexOf(start, at + start.length)) {
      const line = index.lineAt(at);
      if (at - index.startOf(line) <= FARTHEST && kinds[line] === 'text') lines.push(line);
    }
  }
  return lines.sort((one, other) => one - other);
};
