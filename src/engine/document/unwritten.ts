import type { ScannedLines } from './lines';

const EMPTY_LINE =
  /^\s*(?:[-*_\s]*|\[[^\]]*\]|(?:[-*+]\s*)?(?:\[ \]|\*\*[^*]+:?\*\*\s*:?)?\s*(?:\[[^\]]*\]|_[^_]*_|TBD|TODO|N\/A|None(?: yet)?|Not started|Pending|…|\.\.\.|-)?\s*\.?)$/i;

/** True for a line of text that says nothing yet: a placeholder, an empty field, a rule, a comment. */
const isUnwritten = (line: string): boolean => EMPTY_LINE.test(line.replace(/<!--.*?-->/g, ''));

/** Number of `#` of a heading line. */
export const depthOf = (heading: string): number => /^\s*(#+)/.exec(heading)?.[1]?.length ?? 1;

const FENCE = /^\s*(?:```|~~~)/;

/** True when something is written, or code stands, between a heading's line and the next heading that is not deeper. */
export const hasContentBelow = (scan: ScannedLines, heading: number): boolean => {
  const depth = depthOf(scan.textOf(heading));
  for (let line = heading + 1; line < scan.kinds.length; line++) {
    const kind = scan.kinds[line];
    if (kind === 'heading' && depthOf(scan.textOf(line)) <= depth) return false;
    if (kind === 'text' && !isUnwritten(scan.textOf(line))) return true;
    if (kind === 'hidden' && FENCE.test(scan.textOf(line))) return true;
  }
  return false;
};
