import { replaceComments } from '../markdown/comments';
import type { ScannedLines } from '../markdown/lines';

const RULE = /^[-*_\s]*$/;
const BULLET = /^[-*+]\s*/;
const LABEL = /^(?:\[ \]|\*\*[^*]+\*\*(?:\s*:)?)\s*/;
const NO_VALUE =
  /^(?:\[[^\]]*\]|_[^_]*_|TBD|TODO|N\/A|None(?: yet)?|Not started|Pending|…|\.\.\.|-)?\s*\.?$/i;

/** True for a line of text that says nothing yet: a placeholder, an empty field, a rule, a comment. */
const isUnwritten = (line: string): boolean => {
  const text = replaceComments(line, () => '').trim();
  return RULE.test(text) || isEmptyField(text) || isEmptyField(text.replace(BULLET, ''));
};

const isEmptyField = (text: string): boolean => NO_VALUE.test(text) || NO_VALUE.test(text.replace(LABEL, ''));

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
